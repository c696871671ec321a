import { Card } from '../../card/Card.tsx';
import { Empty } from '../../card/States.tsx';
import { Trend, trendTable, type ChartPoint, type TrendProps } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Study } from './use-initiatives.ts';

type Side = 'treated' | 'control';

const pointsOf = ({ trend }: Study, side: Side): ChartPoint[] =>
  trend.map((point) => ({
    bucket: point.from,
    bucketEnd: point.to,
    value: point[side]?.value ?? null,
    sample: point[side]?.rows ?? 0,
    mature: true,
    partial: false,
  }));

/** Both sides before and after the start: did they move alike before, and apart since? */
export function SidesCard({ study }: { study: Study }) {
  const { t, pick } = useText();
  const format = useFormat();
  const { metric, initiative, trend, preTrend } = study;
  const props: TrendProps | undefined =
    metric && trend.length > 1
      ? {
          title: pick(metric.title),
          measure: metric,
          grain: 'DAY',
          happened: [],
          annotations: initiative.startsOn ? [{ from: initiative.startsOn, label: t('initiatives.start') }] : [],
          denominator: t('initiatives.perStretch'),
          series: [
            { key: 'treated', label: t('initiatives.treated'), points: pointsOf(study, 'treated'), tone: 'now' },
            { key: 'control', label: t('initiatives.control'), points: pointsOf(study, 'control'), tone: 'then' },
          ],
        }
      : undefined;
  const drift =
    metric && preTrend.drift !== null && preTrend.interval
      ? t('initiatives.drift', {
          drift: format.change(preTrend.drift, metric),
          low: format.change(preTrend.interval.low, metric),
          high: format.change(preTrend.interval.high, metric),
        })
      : '';
  return (
    <Card
      title={t('initiatives.sides', { metric: metric ? pick(metric.title) : '' })}
      sub={t('initiatives.sidesSub')}
      note={`${t(`initiatives.preTrends.${preTrend.verdict}`)} ${drift}`}
      table={props ? trendTable(props, format) : undefined}
      file={`initiative-${initiative.code}`}
    >
      {props ? <Trend {...props} /> : <Empty height={260} text={t('initiatives.noTrend')} />}
    </Card>
  );
}
