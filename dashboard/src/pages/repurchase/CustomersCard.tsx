import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Trend, trendTable, type TrendProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDrill } from '../../metric/Drill.tsx';
import { figureData } from '../../metric/figure-data.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import type { MetricAnswer, Period } from '../../metric/types.ts';
import { useCustomers } from './use-repurchase.ts';

const metric = 'CUSTOMERS';

/** All customers, and below on their own axis those who had ordered before: small multiples, never two axes in one. */
export function CustomersCard() {
  const { all, returning } = useCustomers();
  const { t } = useText();
  const { grain } = useFilters();
  const format = useFormat();
  const drill = useDrill();
  const whole = useLine(all.data, t('repurchase.customers'), t('repurchase.returning'), 190, (period) =>
    drill?.({ metric, period }),
  );
  const repeat = useLine(returning.data, t('repurchase.returning'), t('repurchase.customers'), 120, (period) =>
    drill?.({ metric, period, slice: [{ dimension: 'FIRST_OR_REPEAT', value: 'repeat' }] }),
  );
  const both =
    whole && repeat
      ? { ...whole, series: [...whole.series, ...repeat.series.map((series) => ({ ...series, key: 'returning' }))] }
      : whole;
  return (
    <Card
      title={t('repurchase.trend')}
      sub={t('repurchase.trendSub', { grain: t(`overview.by${grain}`) })}
      table={both ? trendTable(both, format) : undefined}
      file="customers"
      actions={<MetricActions metric={metric} answer={all.data} />}
    >
      <Answered query={all} height={190} empty={(answer) => answer.series.length === 0}>
        {() => (whole ? <Trend {...whole} /> : null)}
      </Answered>
      <Answered query={returning} height={150}>
        {() => (repeat ? <Trend {...repeat} /> : null)}
      </Answered>
    </Card>
  );
}

function useLine(
  answer: MetricAnswer | undefined,
  label: string,
  beside: string,
  height: number,
  open: (period: Period) => void,
): TrendProps | undefined {
  const { period, grain } = useFilters();
  const may = useDrill() !== undefined;
  const series = answer?.series[0];
  if (!series) return undefined;
  return {
    title: label,
    measure: series.metric,
    grain,
    height,
    period,
    fromZero: true,
    beside: [beside],
    series: [{ key: 'customers', label, points: series.points, tone: 'now' }],
    onPoint: may ? (point) => open({ from: point.bucket, to: point.bucketEnd }) : undefined,
    marking: (point) => figureData(series.metric, point, series.key),
  };
}
