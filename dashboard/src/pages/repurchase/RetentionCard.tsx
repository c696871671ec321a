import { useMemo } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { HeatMap, heatTable, type HeatColumn, type HeatMapProps } from '../../charts/index.ts';
import { monthEnd } from '../../filters/days.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDefinition } from '../../metric/drawer-context.tsx';
import { useDrill } from '../../metric/Drill.tsx';
import { figureData } from '../../metric/figure-data.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { seriesOf, type MetricAnswer } from '../../metric/types.ts';
import { deepest, metricOf, RETENTION_MEASURE, retentionRows, type Retention } from './retention.ts';
import { MONTHS, retentionMetrics, useRetention, useRetentionTotals } from './use-cohorts.ts';

const first = retentionMetrics[1];

/** Of each month's new customers, who bought again in each month after: read down a column, cohorts of one age are compared. */
export function RetentionCard() {
  const query = useRetention();
  const totals = useRetentionTotals();
  const { t } = useText();
  const format = useFormat();
  const props = useHeat(query.data, totals.data);
  return (
    <Card
      title={t('repurchase.retention')}
      sub={t('repurchase.retentionSub')}
      table={props ? heatTable(props, format) : undefined}
      file="cohort-retention"
      actions={<MetricActions metric={first} answer={totals.data} />}
      note={t('repurchase.retentionNote')}
    >
      <Answered query={query} height={640} empty={() => props?.rows.length === 0}>
        {() => (props ? <HeatMap {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useHeat(answer: Retention | undefined, totals: MetricAnswer | undefined): HeatMapProps | undefined {
  const { t } = useText();
  const format = useFormat();
  const drill = useDrill(first);
  const { definitions } = useShop();
  const columns = useColumns(totals);
  const minSample = definitions.get(first)?.minSample ?? 0;
  const rows = useMemo(() => (answer ? retentionRows(answer, format, minSample) : []), [answer, format, minSample]);
  if (!answer) return undefined;
  return {
    title: t('repurchase.retention'),
    measure: RETENTION_MEASURE,
    rowHead: t('repurchase.firstOrder'),
    noteHead: t('repurchase.cohortSize'),
    countedHead: t('repurchase.cohortSize'),
    columns,
    rows,
    keepFirst: true,
    scale: { kind: 'sequential', most: deepest(rows) },
    runningNote: t('repurchase.running'),
    footnote: t('repurchase.retentionKey', { n: format.count(minSample) }),
    opensColumn: (column) => metricOf(Number(column)) !== undefined,
    onCell: drill
      ? (month, column) => {
          const metric = metricOf(Number(column));
          if (metric) drill({ metric, part: 'NUMERATOR', period: { from: month, to: monthEnd(month) } });
        }
      : undefined,
  };
}

/** Months that are metrics of their own open what they mean, with the figure over all cohorts shown. */
function useColumns(totals: MetricAnswer | undefined): HeatColumn[] {
  const { t, pick } = useText();
  const format = useFormat();
  const define = useDefinition();
  const { definitions } = useShop();
  return Array.from({ length: MONTHS }, (_, at): HeatColumn => {
    const month = at + 1;
    const head = { key: String(month), label: `+${month}` };
    const metric = metricOf(month);
    const series = metric && totals ? seriesOf(totals, metric) : undefined;
    const point = series?.points[0];
    const definition = metric ? definitions.get(metric) : undefined;
    if (!metric || !series || !point || !definition) return head;
    return {
      ...head,
      opens: t('repurchase.opensMetric', {
        metric: pick(definition.title),
        value: format.value(point.value, series.metric),
      }),
      marking: figureData(series.metric, point),
      onOpen: () => define({ metric, point, explain: totals?.explain.find((each) => each.metric === metric) }),
    };
  });
}
