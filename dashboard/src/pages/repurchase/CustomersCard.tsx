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
import type { DimensionValue, MetricAnswer } from '../../metric/types.ts';
import { useCustomers } from './use-repurchase.ts';

type Slice = readonly Pick<DimensionValue, 'dimension' | 'value'>[];

const metric = 'CUSTOMERS';
const returningSlice: Slice = [{ dimension: 'FIRST_OR_REPEAT', value: 'repeat' }];

/** All customers, and below on their own axis those who had ordered before: small multiples, never two axes in one. */
export function CustomersCard() {
  const widen = useWiden();
  const { all, returning } = useCustomers();
  const { t } = useText();
  const { grain } = useFilters();
  const format = useFormat();
  const [every, again] = [t('repurchase.customers'), t('repurchase.returning')];
  const whole = useLine(all.data, { label: every, beside: again, height: 190, slice: [] });
  const repeat = useLine(returning.data, { label: again, beside: every, height: 120, slice: returningSlice });
  const both = useHappened(
    whole &&
      repeat && {
        ...whole,
        series: [...whole.series, ...repeat.series.map((series) => ({ ...series, key: 'returning' }))],
      },
  );
  return (
    <Card
      title={t('repurchase.trend')}
      sub={t('repurchase.trendSub', { grain: t(`overview.by${grain}`) })}
      table={both ? trendTable(both, format) : undefined}
      file="customers"
      actions={
        <>
          <NotesAction metric={metric} />
          <MetricActions metric={metric} answer={all.data} />
        </>
      }
    >
      <Answered query={all} height={230} onWiden={widen} empty={(answer) => answer.series.length === 0}>
        {() => (whole ? <Trend {...whole} /> : null)}
      </Answered>
      <Answered query={returning} height={160}>
        {() => (repeat ? <Trend {...repeat} happened={[]} /> : null)}
      </Answered>
    </Card>
  );
}

interface Line {
  label: string;
  /** The label of the chart above or below. */
  beside: string;
  height: number;
  slice: Slice;
}

function useLine(answer: MetricAnswer | undefined, { label, beside, height, slice }: Line): TrendProps | undefined {
  const { period, grain } = useFilters();
  const drill = useDrill();
  const series = answer?.series[0];
  if (!series) return undefined;
  return {
    title: label,
    measure: series.metric,
    grain,
    about: [metric],
    height,
    period,
    fromZero: true,
    beside: [beside],
    series: [{ key: 'customers', label, points: series.points, tone: 'now' }],
    onPoint: drill
      ? (point) => drill({ metric, period: { from: point.bucket, to: point.bucketEnd }, slice })
      : undefined,
    marking: (point) => figureData(series.metric, point, slice),
  };
}
