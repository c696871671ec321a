import { answerVoice } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { Card } from '../../card/Card.tsx';
import { CardRow, CardStack } from '../../card/CardRow.tsx';
import { Answered } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useGrain } from '../../filters/use-grain.ts';
import { useYearWindow } from '../../filters/use-windows.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { FiguresLeagueCard } from '../../metric/cards/FiguresLeagueCard.tsx';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';
import { useMayDrill } from '../../metric/Drill.tsx';
import { FigureList } from '../../metric/FigureList.tsx';
import { KpiGrid } from '../../metric/KpiGrid.tsx';
import { BadReviewsCard } from './BadReviewsCard.tsx';
import { MentionCards } from './MentionCards.tsx';
import { asked, headline, useAsked, useVoice } from './use-voice.ts';

export default function VoicePage() {
  const { totals, history, mentions, referrals } = useVoice();
  const { lang } = useText();
  const may = useMayDrill();
  const settled = !mentions.isLoading && !referrals.isLoading;
  const answer =
    totals.data && settled
      ? answerVoice({ totals: totals.data, mentions: mentions.data, referrals: referrals.data }, lang)
      : undefined;
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerRoom />}
      <KpiGrid metrics={headline} totals={totals} history={history.data} />
      <CardRow>
        <PositiveCard />
      </CardRow>
      <CardRow shape="equal">
        <CardStack>
          <StarsCard />
          <ReferralCard />
        </CardStack>
        <CardStack>
          <SourceCard />
          <AskedCard />
        </CardStack>
      </CardRow>
      <CardRow shape="equal">
        <NpsCard />
        {may ? <BadReviewsCard /> : null}
      </CardRow>
      <MentionCards />
    </>
  );
}

function PositiveCard() {
  const { t } = useText();
  const grain = useGrain('MONTH');
  return (
    <TrendCard
      title={t('voice.positive', { grain: t(`overview.by${grain}`) })}
      sub={t('voice.positiveSub')}
      file="positive-reviews"
      grain={grain}
      callout="lowest"
      denominator={t('voice.reviewBars', { grain: t(`overview.a${grain}`) })}
      lines={[
        { metric: 'POSITIVE_SHARE_RECEIVED', label: t('voice.all') },
        { metric: 'POSITIVE_SHARE_WRITTEN', label: t('voice.written') },
      ]}
    />
  );
}

function StarsCard() {
  const { t } = useText();
  const grain = useGrain('MONTH');
  return (
    <TrendCard
      title={t('voice.stars')}
      sub={t('voice.starsSub')}
      file="stars"
      grain={grain}
      lines={[{ metric: 'AVERAGE_REVIEW_SCORE', label: t('voice.mean') }]}
    />
  );
}

function NpsCard() {
  const { t } = useText();
  const grain = useGrain('QUARTER');
  return (
    <TrendCard
      id="nps"
      title={t('voice.nps', { grain: t(`overview.by${grain}`) })}
      sub={t('voice.npsSub')}
      file="nps"
      grain={grain}
      denominator={t('voice.npsBars', { grain: t(`overview.a${grain}`) })}
      lines={[{ metric: 'NPS', label: t('voice.npsLine') }]}
    />
  );
}

/** Whether the customers who were served well are those who recommend. */
function ReferralCard() {
  const { t } = useText();
  const format = useFormat();
  const year = useYearWindow();
  return (
    <FiguresLeagueCard
      title={t('voice.referral')}
      sub={t('voice.referralSub', { days: format.dayRange(year.from, year.to, true) })}
      note={t('voice.goesWith')}
      file="referral-after-contact"
      period={year}
      figures={[
        { metric: 'REFERRAL_AFTER_GOOD_CONTACT_RATE', label: t('voice.afterGood') },
        { metric: 'REFERRAL_AFTER_BAD_CONTACT_RATE', label: t('voice.afterBad') },
      ]}
    />
  );
}

function SourceCard() {
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <LeagueCard
      title={t('voice.source')}
      sub={t('voice.sourceSub', { days: format.dayRange(period.from, period.to) })}
      file="positive-by-source"
      metric="POSITIVE_SHARE_RECEIVED"
      by="REVIEW_SOURCE"
    />
  );
}

function AskedCard() {
  const query = useAsked();
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <Card
      id="asked"
      title={t('voice.asked')}
      sub={t('voice.askedSub', { days: format.dayRange(period.from, period.to) })}
    >
      <Answered query={query} height={260}>
        {(answer) => <FigureList metrics={asked} answer={answer} />}
      </Answered>
    </Card>
  );
}
