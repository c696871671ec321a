import { useMemo } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Cohorts, cohortTable, type CohortsProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDrill } from '../../metric/Drill.tsx';
import { MetricActions } from '../../metric/MetricActions.tsx';
import type { MetricAnswer, Period } from '../../metric/types.ts';
import { cohortRows } from './cohort-rows.ts';
import { depthMetrics, useDepth, useDepthByQuarter } from './use-cohorts.ts';
import { useHistory } from './use-repurchase.ts';

const ORDERS = { REPEAT_ORDER_DEPTH_2: 2, REPEAT_ORDER_DEPTH_3: 3, REPEAT_ORDER_DEPTH_5: 5 } as const;
const ALL = 'all';

/** How far customers get: two orders, three, five, by the quarter of the first; a quarter under a year old is hollow. */
export function DepthCard() {
  const whole = useDepth();
  const quarters = useDepthByQuarter();
  const { t } = useText();
  const format = useFormat();
  const props = useDepthProps(whole.data, quarters.data);
  return (
    <Card
      title={t('repurchase.depth')}
      sub={t('repurchase.depthSub')}
      table={props ? cohortTable(props, format) : undefined}
      file="repeat-order-depth"
      actions={<MetricActions metric={depthMetrics[0]} answer={whole.data} />}
      note={t('repurchase.depthNote')}
    >
      <Answered query={quarters} height={300} empty={() => props?.rows.length === 0}>
        {() => (props ? <Cohorts {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useDepthProps(whole: MetricAnswer | undefined, quarters: MetricAnswer | undefined): CohortsProps | undefined {
  const { t } = useText();
  const format = useFormat();
  const drill = useDrill(depthMetrics[0]);
  const { definitions } = useShop();
  const history = useHistory();
  const rows = useMemo(() => {
    const least = (metric: string) => definitions.get(metric)?.minSample ?? 0;
    const rowsOf = (answer: MetricAnswer | undefined, label: (bucket: string) => string) =>
      answer ? cohortRows(answer, depthMetrics, { month: label }, least) : [];
    const all = rowsOf(whole, () => t('repurchase.everybody')).map((row) => ({ ...row, key: ALL }));
    return [...all, ...rowsOf(quarters, (bucket) => format.bucket(bucket, 'QUARTER'))];
  }, [whole, quarters, format, definitions, t]);
  if (!quarters) return undefined;
  const ends = new Map(quarters.series[0]?.points.map(({ bucket, bucketEnd }) => [bucket, bucketEnd]));
  const periodOf = (key: string): Period => (key === ALL ? history : { from: key, to: ends.get(key) ?? key });
  return {
    title: t('repurchase.depth'),
    measure: { unit: 'PERCENT', decimals: 1 },
    rowHead: t('repurchase.firstOrder'),
    sizeHead: t('repurchase.cohortSize'),
    windows: depthMetrics.map((key) => ({ key, label: t('repurchase.depthHead', { n: ORDERS[key] }) })),
    rows,
    onCell: drill ? (key, metric) => drill({ metric, part: 'NUMERATOR', period: periodOf(key) }) : undefined,
  };
}
