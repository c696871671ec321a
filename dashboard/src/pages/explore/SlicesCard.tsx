import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { TableTwin, Trend, trendTable, useHappened, type Tone, type TrendProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useTrendWindow } from '../../filters/use-windows.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import type { Dimension } from '../../gql/graphql.ts';
import type { Definition } from '../../filters/shop-context.tsx';
import { useText } from '../../i18n/index.ts';
import { comparisonTable } from '../../metric/comparison-table.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { comparisonOf, slicesOf, type MetricAnswer, type MetricComparison } from '../../metric/types.ts';
import { useMetrics } from '../../metric/use-metrics.ts';

/** More lines than that are a tangle: the rest stands in the grid below. */
const MOST_LINES = 5;
const tones: readonly Tone[] = ['c1', 'c2', 'c3', 'c4', 'c5'];

interface SlicesProps {
  definition: Definition;
  by: Dimension;
  name: string;
}

/** The largest slices over time, a line each. */
export function SliceLinesCard({ definition, by, name }: SlicesProps) {
  const { t, pick } = useText();
  const format = useFormat();
  const widen = useWiden();
  const { grain } = useFilters();
  const query = useMetrics({
    metrics: [definition.id],
    by: [by],
    grain,
    period: useTrendWindow(grain),
    limit: MOST_LINES,
  });
  const props = useHappened(useLines(definition, query.data));
  return (
    <Card
      title={t('explore.overTime', { metric: pick(definition.title), by: name })}
      sub={t('explore.linesSub', { n: MOST_LINES })}
      table={props ? trendTable(props, format) : undefined}
      file="explore-lines"
      actions={<MetricActions metric={definition.id} answer={query.data} />}
    >
      <Answered query={query} height={300} onWiden={widen} empty={(answer) => answer.series.length === 0}>
        {() => (props ? <Trend {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useLines(definition: Definition, answer: MetricAnswer | undefined): TrendProps | undefined {
  const { pick } = useText();
  const { grain, period } = useFilters();
  const slices = answer ? slicesOf(answer, definition.id) : [];
  const [first] = slices;
  if (!first) return undefined;
  return {
    title: pick(definition.title),
    measure: first.metric,
    grain,
    period,
    about: [definition.id],
    target: first.metric.target?.value,
    series: slices.map((series, at) => ({
      key: series.key[0]?.value ?? '',
      label: series.key[0] ? pick(series.key[0].label) : '',
      points: series.points,
      tone: tones[at] ?? 'then',
    })),
  };
}

/** One figure over time, with the same days of each comparison beneath it. */
export function ComparedTrendCard({ definition }: { definition: Definition }) {
  const { t, pick } = useText();
  const format = useFormat();
  const widen = useWiden();
  const { grain, compare } = useFilters();
  const query = useMetrics({
    metrics: [definition.id],
    grain,
    period: useTrendWindow(grain),
    compare: compare.slice(0, 2),
  });
  const props = useHappened(useCompared(definition, query.data));
  return (
    <Card
      title={pick(definition.title)}
      sub={t('explore.comparedSub')}
      table={props ? trendTable(props, format) : undefined}
      file="explore-trend"
      actions={<MetricActions metric={definition.id} answer={query.data} />}
    >
      <Answered query={query} height={300} onWiden={widen} empty={(answer) => answer.series.length === 0}>
        {() => (props ? <Trend {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useCompared(definition: Definition, answer: MetricAnswer | undefined): TrendProps | undefined {
  const { pick } = useText();
  const { grain, period, compare } = useFilters();
  const compared = useComparedName();
  const series = answer ? slicesOf(answer, definition.id)[0] : undefined;
  if (!series) return undefined;
  const head = series.metric;
  return {
    title: pick(definition.title),
    measure: head,
    grain,
    period,
    about: [definition.id],
    target: head.target?.value,
    series: [
      { key: 'now', label: pick(definition.title), points: series.points, tone: 'now' as const, band: true },
      ...compare.slice(0, 2).flatMap((kind, at) => {
        const points = series.points.map((point) => ({
          ...point,
          value: comparisonOf(point, kind)?.value ?? null,
          interval: null,
          completed: null,
          sample: comparisonOf(point, kind)?.sample ?? 0,
          mature: true,
          partial: false,
        }));
        const some = series.points.map((point) => comparisonOf(point, kind)).find(Boolean);
        return some
          ? [
              {
                key: kind,
                label: compared(some),
                points,
                tone: at === 0 ? ('then' as const) : ('c2' as const),
                thin: true,
              },
            ]
          : [];
      }),
    ],
  };
}

function useComparedName(): (comparison: MetricComparison) => string {
  const { t, pick } = useText();
  return ({ kind, event }) => {
    if (event) return t('shell.sameEvent', { event: pick(event.label), year: event.earlierDay.slice(0, 4) });
    if (kind === 'SAME_PERIOD_LAST_YEAR') return t('shell.lastYear');
    return kind === 'SAME_WEEKDAYS_LAST_YEAR' ? t('shell.sameWeekdays') : t('shell.previous');
  };
}

/** Every slice against every comparison that is switched on. */
export function ComparisonsCard({ definition, by, name }: { definition: Definition; by: Dimension[]; name: string }) {
  const { t, pick, lang } = useText();
  const format = useFormat();
  const { compare, period } = useFilters();
  const compared = useComparedName();
  const query = useMetrics({ metrics: [definition.id], by, compare, limit: 50 });
  const heads = {
    slice: name,
    value: format.dayRange(period.from, period.to, true),
    low: t('explore.low'),
    high: t('explore.high'),
    sample: t('explore.sample'),
    change: t('explore.change'),
    compared,
  };
  const table = query.data && comparisonTable(slicesOf(query.data, definition.id), heads, format, lang);
  return (
    <Card
      title={t('explore.comparisons', { metric: pick(definition.title) })}
      sub={t('explore.comparisonsSub')}
      file="explore-comparisons"
      table={undefined}
    >
      <Answered query={query} height={240} empty={(answer) => answer.series.length === 0}>
        {() => (table ? <TableTwin table={table} /> : null)}
      </Answered>
    </Card>
  );
}
