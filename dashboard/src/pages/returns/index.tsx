import { answerReturns } from '../../answer/index.ts';
import { Answer, AnswerRoom } from '../../card/Answer.tsx';
import { Card } from '../../card/Card.tsx';
import { CardRow } from '../../card/CardRow.tsx';
import { Answered } from '../../card/States.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useGrain } from '../../filters/use-grain.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { BarsCard } from '../../metric/cards/BarsCard.tsx';
import { LeagueCard } from '../../metric/cards/LeagueCard.tsx';
import { TrendCard } from '../../metric/cards/TrendCard.tsx';
import { FigureList } from '../../metric/FigureList.tsx';
import { KpiGrid } from '../../metric/KpiGrid.tsx';
import { perDay } from '../../metric/per.ts';
import { seriesOf } from '../../metric/types.ts';
import { FunnelCard } from './FunnelCard.tsx';
import { SpreadCard } from './SpreadCard.tsx';
import { costs, headline, useCosts, useHeadline } from './use-returns.ts';

export default function ReturnsPage() {
  const { totals, history, byReason } = useHeadline();
  const { t, lang } = useText();
  const { period, asOf } = useFilters();
  const format = useFormat();
  const days = format.dayRange(period.from, period.to);
  const answer =
    totals.data && !byReason.isLoading
      ? answerReturns({ totals: totals.data, byReason: byReason.data }, lang)
      : undefined;
  const daily = totals.data ? perDay(seriesOf(totals.data, 'RETURNS')?.points[0], asOf) : null;
  const asides =
    daily === null
      ? {}
      : { RETURNS: t('metric.perDay', { value: format.value(daily, { unit: 'SCORE', decimals: 2 }) }) };
  return (
    <>
      {answer ? <Answer lead={answer.lead} rest={answer.rest} /> : <AnswerRoom />}
      <KpiGrid metrics={headline} totals={totals} history={history.data} asides={asides} />
      <CardRow shape="equal">
        <FunnelCard />
        <BarsCard
          title={t('returns.reasons')}
          sub={t('returns.reasonsSub', { days })}
          file="return-reasons"
          metric="RETURNS"
          by="RETURN_REASON"
          unnamed={t('returns.unnamed')}
          heads={{
            label: t('returns.reason'),
            value: t('returns.requests'),
            share: t('complaints.share'),
            cumulative: t('returns.down'),
          }}
        />
      </CardRow>
      <CardRow shape="wide">
        <MoneyTrendCard />
        <CostCard />
      </CardRow>
      <CardRow shape="equal">
        <SpreadCard />
        <LeagueCard
          title={t('returns.category')}
          sub={t('returns.categorySub', { days })}
          file="quality-returns"
          metric="QUALITY_RETURN_RATE"
          by="CATEGORY"
          limit={10}
          fromZero
        />
      </CardRow>
    </>
  );
}

function MoneyTrendCard() {
  const { t } = useText();
  const grain = useGrain('MONTH');
  return (
    <TrendCard
      title={t('returns.trend', { grain: t(`overview.by${grain}`) })}
      sub={t('returns.trendSub')}
      file="request-to-money"
      grain={grain}
      fromZero
      denominator={t('returns.trendBars', { grain: t(`overview.a${grain}`) })}
      lines={[
        { metric: 'REQUEST_TO_MONEY_HOURS_P50', label: t('returns.halfLine') },
        { metric: 'REQUEST_TO_MONEY_HOURS_P90', label: t('returns.mostLine'), tone: 'then' },
      ]}
    />
  );
}

function CostCard() {
  const query = useCosts();
  const { t } = useText();
  const { period } = useFilters();
  const format = useFormat();
  return (
    <Card
      id="cost"
      title={t('returns.cost')}
      sub={t('returns.costSub', { days: format.dayRange(period.from, period.to) })}
    >
      <Answered query={query} height={240}>
        {(answer) => <FigureList metrics={costs} answer={answer} />}
      </Answered>
    </Card>
  );
}
