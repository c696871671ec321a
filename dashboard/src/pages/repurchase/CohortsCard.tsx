import { useMemo } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Cohorts, cohortTable, type CohortsProps } from '../../charts/index.ts';
import { monthEnd } from '../../filters/days.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDrill } from '../../metric/Drill.tsx';
import { MetricActions } from '../../metric/MetricActions.tsx';
import type { MetricAnswer } from '../../metric/types.ts';
import type { MetricsState } from '../../metric/use-metrics.ts';
import { cohortRows } from './cohort-rows.ts';
import { windows } from './use-repurchase.ts';

const WINDOW_WORDS = {
  REPURCHASE_RATE_30D: 'repurchase.window30',
  REPURCHASE_RATE_90D: 'repurchase.window90',
  REPURCHASE_RATE_365D: 'repurchase.window365',
} as const;

/** N-day repurchase by month of the first order; a window nobody has been through is blank, a half-observed one hollow. */
export function CohortsCard({ query }: { query: MetricsState }) {
  const { t } = useText();
  const format = useFormat();
  const props = useCohortProps(query.data);
  return (
    <Card
      id="cohorts"
      title={t('repurchase.cohorts')}
      sub={t('repurchase.cohortsSub')}
      table={props ? cohortTable(props, format) : undefined}
      file="repurchase-cohorts"
      actions={<MetricActions metric="REPURCHASE_RATE_90D" answer={query.data} />}
      note={t('repurchase.cohortsNote')}
    >
      <Answered query={query} height={560} empty={(answer) => answer.series.length === 0}>
        {() => (props ? <Cohorts {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useCohortProps(answer: MetricAnswer | undefined): CohortsProps | undefined {
  const { t } = useText();
  const format = useFormat();
  const drill = useDrill();
  const { definitions } = useShop();
  const rows = useMemo(
    () => (answer ? cohortRows(answer, windows, format, (metric) => definitions.get(metric)?.minSample ?? 0) : []),
    [answer, format, definitions],
  );
  const named = useMemo(() => windows.map((key) => ({ key, label: t(WINDOW_WORDS[key]) })), [t]);
  if (!answer) return undefined;
  return {
    title: t('repurchase.cohorts'),
    measure: { unit: 'PERCENT', decimals: 2 },
    rowHead: t('repurchase.firstOrder'),
    sizeHead: t('repurchase.cohortSize'),
    windows: named,
    rows,
    onCell: drill ? (month, metric) => drill({ metric, period: { from: month, to: monthEnd(month) } }) : undefined,
  };
}
