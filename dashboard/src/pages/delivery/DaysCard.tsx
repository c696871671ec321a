import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Trend, trendTable, useHappened, type TrendProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDrill } from '../../metric/Drill.tsx';
import { figureData } from '../../metric/figure-data.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { NotesAction } from '../../metric/notes/NotesAction.tsx';
import { seriesOf, type MetricAnswer, type MetricPoint } from '../../metric/types.ts';
import { noPoints } from '../../metric/nothing.ts';
import { useDays } from './use-delivery.ts';

const metric = 'DELIVERY_DAYS_P50';

/** What was promised and what it took, in days: a promise can be kept by being long. */
export function DaysCard() {
  const widen = useWiden();
  const query = useDays();
  const { t } = useText();
  const { grain } = useFilters();
  const format = useFormat();
  const props = useHappened(useDaysTrend(query.data));
  return (
    <Card
      title={t('delivery.days')}
      sub={t('delivery.daysSub', { grain: t(`overview.by${grain}`) })}
      table={props ? trendTable(props, format) : undefined}
      file="promise-against-actual"
      actions={
        <>
          <NotesAction metric={metric} />
          <MetricActions metric={metric} answer={query.data} />
        </>
      }
      note={t('delivery.daysNote')}
    >
      <Answered query={query} height={320} onWiden={widen} empty={noPoints}>
        {() => (props ? <Trend {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useDaysTrend(answer: MetricAnswer | undefined): TrendProps | undefined {
  const { period, grain } = useFilters();
  const { t } = useText();
  const drill = useDrill();
  const half = answer ? seriesOf(answer, metric) : undefined;
  if (!answer || !half) return undefined;
  const points = (id: string): readonly MetricPoint[] => seriesOf(answer, id)?.points ?? [];
  return {
    title: t('delivery.days'),
    measure: half.metric,
    grain,
    about: [metric],
    fromZero: true,
    period,
    denominator: t('delivery.deliveredBars', { grain: t(`overview.a${grain}`) }),
    series: [
      { key: 'half', label: t('delivery.half'), points: half.points, tone: 'now', band: true },
      { key: 'most', label: t('delivery.most'), points: points('DELIVERY_DAYS_P90'), tone: 'now', thin: true },
      {
        key: 'promised',
        label: t('delivery.promised'),
        points: points('PROMISED_DAYS_P50'),
        tone: 'ink',
        thin: true,
        dashed: true,
      },
    ],
    onPoint: drill ? (point) => drill({ metric, period: { from: point.bucket, to: point.bucketEnd } }) : undefined,
    marking: (point) => figureData(half.metric, point),
  };
}
