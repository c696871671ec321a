import { useMemo } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { HeatMap, heatTable, type HeatMapProps } from '../../charts/index.ts';
import { monthEnd } from '../../filters/days.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMark } from '../../metric/mark/use-mark.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import type { MetricAnswer } from '../../metric/types.ts';
import { regionMonths } from '../../metric/region-months.ts';
import { nothingOf } from '../../metric/nothing.ts';
import { useRegionMonths } from './use-overview.ts';

const metric = 'PROMISE_KEPT_RATE';

export function RegionMonthsCard() {
  const widen = useWiden();
  const { query, window } = useRegionMonths();
  const { t } = useText();
  const format = useFormat();
  const props = useHeat(query.data);
  return (
    <Card
      title={t('overview.heat')}
      sub={
        props
          ? t('overview.heatSub', { n: props.rows.length, days: format.dayRange(window.from, window.to, true) })
          : undefined
      }
      table={props ? heatTable(props, format) : undefined}
      file="promise-kept-by-region"
      actions={<MetricActions metric={metric} answer={query.data} />}
    >
      <Answered
        query={query}
        height={420}
        onWiden={widen}
        empty={(answer) => nothingOf(answer, answer.series.length === 0)}
      >
        {() => (props ? <HeatMap {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useHeat(answer: MetricAnswer | undefined): HeatMapProps | undefined {
  const { t, lang, pick } = useText();
  const format = useFormat();
  const mark = useMark(metric, ['REGION']);
  const { definitions } = useShop();
  const minSample = definitions.get(metric)?.minSample ?? 0;
  const data = useMemo(
    () =>
      answer ? regionMonths(answer, lang, minSample, { month: format.monthShort, count: format.count }) : undefined,
    [answer, lang, minSample, format],
  );
  const head = answer?.series[0]?.metric;
  if (!data || !head) return undefined;
  return {
    title: pick(head.title),
    measure: { ...head, decimals: 0 },
    rowHead: t('shell.region'),
    noteHead: t('overview.due'),
    columns: data.columns,
    rows: data.rows,
    keepOnPhone: 7,
    scale: { kind: 'diverging', middle: head.target?.value ?? 0.95, step: 0.05, higherIsBetter: true },
    footnote: t('overview.heatNote', { n: minSample }),
    onCell: mark
      ? (region, month) =>
          mark({
            metric,
            period: { from: month, to: monthEnd(month) },
            slice: [{ dimension: 'REGION', value: region }],
          })
      : undefined,
  };
}
