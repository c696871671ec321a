import { answerMembership } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useGrain } from '../../filters/use-grain.ts';
import { useYearWindow } from '../../filters/use-windows.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { BarsCard } from '../../metric/cards/BarsCard.tsx';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';
import { useMayDrill } from '../../metric/Drill.tsx';
import { KpiGrid } from '../../metric/KpiGrid.tsx';
import { seriesOf } from '../../metric/types.ts';
import { BestCustomersCard } from './BestCustomersCard.tsx';
import { FailedCustomersCard } from './FailedCustomersCard.tsx';
import { RfmCard, SegmentsCard, TiersCard } from './GridCards.tsx';
import { headline, useMembership } from './use-membership.ts';

export default function MembershipPage() {
  const { totals, history, byLoyalty } = useMembership();
  const { t, lang } = useText();
  const format = useFormat();
  const may = useMayDrill();
  const answer =
    totals.data && !byLoyalty.isLoading
      ? answerMembership({ totals: totals.data, byLoyalty: byLoyalty.data }, lang)
      : undefined;
  const owed = totals.data ? seriesOf(totals.data, 'POINTS_LIABILITY')?.points[0] : undefined;
  const asides =
    owed?.value == null ? {} : { POINTS_LIABILITY: t('membership.points', { n: format.count(owed.sample) }) };
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerRoom />}
      <KpiGrid metrics={headline} totals={totals} history={history.data} asides={asides} />
      <CardRow>
        <LoyalCard />
      </CardRow>
      <CardRow shape="equal">
        <CardStack>
          <NextOrderCard />
          <MembersCard />
        </CardStack>
        <CardStack>
          <BenefitsCard />
          <TiersCard />
        </CardStack>
      </CardRow>
      <CardRow shape="equal">
        <RfmCard />
        <SegmentsCard />
      </CardRow>
      {may ? (
        <CardRow shape="equal">
          <FailedCustomersCard />
          <BestCustomersCard />
        </CardRow>
      ) : null}
      <CardRow>
        <ConsentCard />
      </CardRow>
    </>
  );
}

function LoyalCard() {
  const { t } = useText();
  const grain = useGrain('MONTH');
  return (
    <TrendCard
      id="loyal"
      title={t('membership.loyal', { grain: t(`overview.by${grain}`) })}
      sub={t('membership.loyalSub')}
      file="loyal-customers"
      grain={grain}
      denominator={t('membership.activeBars')}
      lines={[{ metric: 'LOYAL_CUSTOMER_SHARE', label: t('membership.loyalLine') }]}
    />
  );
}

/** Who comes back within 90 days, by what they were before the order. */
function NextOrderCard() {
  const { t } = useText();
  const format = useFormat();
  const year = useYearWindow();
  return (
    <LeagueCard
      title={t('membership.next')}
      sub={t('membership.nextSub', { days: format.dayRange(year.from, year.to, true) })}
      note={t('membership.goesWith')}
      file="next-order-by-loyalty"
      metric="NEXT_ORDER_RATE_90D"
      by="LOYALTY"
      period={year}
      fromZero
    />
  );
}

function MembersCard() {
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <BarsCard
      title={t('membership.members')}
      sub={t('membership.membersSub', { day: format.day(period.to) })}
      file="members-by-tier"
      metric="MEMBERS"
      by="TIER"
      heads={{
        label: t('membership.tier'),
        value: t('membership.customers'),
        share: t('membership.share'),
        cumulative: t('membership.cumulative'),
      }}
      unnamed={t('membership.noTier')}
    />
  );
}

function BenefitsCard() {
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <LeagueCard
      title={t('membership.benefits')}
      sub={t('membership.benefitsSub', { day: format.day(period.to) })}
      file="benefits-by-tier"
      metric="BENEFIT_USE_RATE"
      by="TIER"
      fromZero
    />
  );
}

function ConsentCard() {
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <LeagueCard
      title={t('membership.consent')}
      sub={t('membership.consentSub', { day: format.day(period.to) })}
      file="consent-by-purpose"
      metric="CONSENT_RATE"
      by="CONSENT_PURPOSE"
      fromZero
    />
  );
}
