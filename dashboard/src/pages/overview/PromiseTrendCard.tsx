import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Trend, trendTable, useHappened, type TrendProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { broughtForward } from '../../metric/earlier-year.ts';
import { useDrill } from '../../metric/Drill.tsx';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { NotesAction } from '../../metric/notes/NotesAction.tsx';
import { seriesOf, type MetricAnswer } from '../../metric/types.ts';
import { noPoints } from '../../metric/nothing.ts';
import { usePromiseTrend } from './use-overview.ts';

const metric = 'PROMISE_KEPT_RATE';

export function PromiseTrendCard() {
  const widen = useWiden();
  const { now, before } = usePromiseTrend();
  const { t } = useText();
  const { grain } = useFilters();
  const format = useFormat();
  const props = useHappened(useTrendProps(now.data, before));
  return (
    <Card
      title={t('overview.trend', { grain: t(`overview.by${grain}`) })}
      sub={t('overview.trendSub', { grain: t(`overview.by${grain}`) })}
      table={props ? trendTable(props, format) : undefined}
      file="promise-kept"
      actions={
        <>
          <NotesAction metric={metric} />
          <MetricActions metric={metric} answer={now.data} />
        </>
      }
    >
      <Answered query={now} height={330} onWiden={widen} empty={noPoints}>
        {() => (props ? <Trend {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useTrendProps(now: MetricAnswer | undefined, before: MetricAnswer | undefined): TrendProps | undefined {
  const { period, grain } = useFilters();
  const { t, pick } = useText();
  const drill = useDrill();
  const series = now ? seriesOf(now, metric) : undefined;
  if (!now || !series) return undefined;
  const earlier = before ? seriesOf(before, metric) : undefined;
  const weekly = grain === 'WEEK' || grain === 'DAY';
  return {
    title: pick(series.metric.title),
    measure: series.metric,
    grain,
    about: [metric],
    target: series.metric.target?.value,
    period,
    callout: 'lowest',
    denominator: t('overview.dueBars', { grain: t(`overview.a${grain}`) }),
    series: [
      { key: 'now', label: t('overview.thisYear'), points: series.points, tone: 'now', band: true },
      ...(earlier
        ? [
            {
              key: 'year',
              label: t(weekly ? 'overview.weeksEarlier' : 'overview.yearEarlier'),
              points: broughtForward(earlier.points, grain),
              tone: 'then' as const,
              thin: true,
            },
          ]
        : []),
    ],
    onPoint: drill ? (point) => drill({ metric, period: { from: point.bucket, to: point.bucketEnd } }) : undefined,
  };
}
