import { answerComplaints } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { useGrain } from '../../filters/use-grain.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { ChangeCard } from '../../metric/cards/ChangeCard.tsx';
import { HeatCard } from '../../metric/cards/HeatCard.tsx';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';
import { useMayDrill } from '../../metric/Drill.tsx';
import { KpiGrid } from '../../metric/KpiGrid.tsx';
import { perDay } from '../../metric/per.ts';
import { seriesOf } from '../../metric/types.ts';
import { OpenCard } from './OpenCard.tsx';
import { ParetoCard } from './ParetoCard.tsx';
import { RateLeagueCard } from './RateLeagueCard.tsx';
import { headline, useHeadline } from './use-complaints.ts';

export default function ComplaintsPage() {
  const { totals, history, byCause } = useHeadline();
  const { t, lang } = useText();
  const format = useFormat();
  const may = useMayDrill();
  const { asOf } = useShop();
  const grain = useGrain('MONTH');
  const answer =
    totals.data && !byCause.isLoading
      ? answerComplaints({ totals: totals.data, byCause: byCause.data }, lang)
      : undefined;
  const daily = totals.data ? perDay(seriesOf(totals.data, 'COMPLAINTS')?.points[0], asOf) : null;
  const asides =
    daily === null
      ? {}
      : { COMPLAINTS: t('metric.perDay', { value: format.value(daily, { unit: 'SCORE', decimals: 2 }) }) };
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerRoom />}
      <KpiGrid metrics={headline} totals={totals} history={history.data} asides={asides} />
      <CardRow>
        <TrendCard
          title={t('complaints.rates')}
          sub={t('complaints.ratesSub', { grain: t(`overview.by${grain}`) })}
          note={t('complaints.ratesNote')}
          file="complaint-rates"
          grain={grain}
          fromZero
          denominator={t('complaints.ratesBars', { grain: t(`overview.a${grain}`) })}
          lines={[
            { metric: 'COMPLAINT_RATE', label: t('complaints.byComplaint') },
            { metric: 'COMPLAINT_RATE_BY_ORDER_DATE', label: t('complaints.byOrder') },
          ]}
        />
      </CardRow>
      <CardRow>
        <ChangeCard
          id="growing"
          title={t('complaints.growing')}
          sub={t('complaints.growingSub')}
          metric="COMPLAINTS"
          totals={totals}
        />
      </CardRow>
      <CardRow shape="equal">
        <ParetoCard />
        <RateLeagueCard />
      </CardRow>
      <CardRow>
        <HeatCard
          title={t('complaints.heat')}
          sub={t('complaints.heatSub')}
          file="complaints-by-topic"
          metric="COMPLAINTS"
          rows="TOPIC"
          rowHead={t('complaints.topic')}
          noteHead={t('complaints.count')}
        />
      </CardRow>
      {may ? (
        <CardRow>
          <OpenCard />
        </CardRow>
      ) : null}
    </>
  );
}
