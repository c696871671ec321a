import { useMemo, useState } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { HeatMap, heatTable, type HeatMapProps, type HeatScale } from '../../charts/index.ts';
import { monthEnd } from '../../filters/days.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useTrendWindow } from '../../filters/use-windows.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useMark } from '../../metric/mark/use-mark.ts';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { regionMonths, widestValue } from '../../metric/region-months.ts';
import type { MetricAnswer, MetricHead } from '../../metric/types.ts';
import { Segment } from '../../shell/Segment.tsx';
import { nothingOf } from '../../metric/nothing.ts';
import classes from './index.module.css';
import { useRegionMonths } from './use-delivery.ts';

type Shown = 'PROMISE_KEPT_RATE' | 'DELIVERY_DAYS_P50';

/** Where and when: promises kept around their target, or the days it took. */
export function RegionMonthsCard() {
  const widen = useWiden();
  const [shown, setShown] = useState<Shown>('PROMISE_KEPT_RATE');
  const query = useRegionMonths(shown);
  const { t } = useText();
  const format = useFormat();
  const window = useTrendWindow('MONTH');
  const props = useHeat(shown, query.data);
  const days = format.dayRange(window.from, window.to, true);
  return (
    <Card
      title={t('delivery.heat')}
      sub={t(shown === 'PROMISE_KEPT_RATE' ? 'delivery.heatKeptSub' : 'delivery.heatDaysSub', { days })}
      table={props ? heatTable(props, format) : undefined}
      file="region-months"
      actions={<MetricActions metric={shown} answer={query.data} />}
    >
      <div className={classes.choice}>
        <Segment<Shown>
          label={t('delivery.heat')}
          value={shown}
          options={[
            { value: 'PROMISE_KEPT_RATE', text: t('delivery.heatKept'), title: t('delivery.heatKept') },
            { value: 'DELIVERY_DAYS_P50', text: t('delivery.heatDays'), title: t('delivery.heatDays') },
          ]}
          onChange={setShown}
        />
      </div>
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

function scaleOf(head: MetricHead, answer: MetricAnswer): HeatScale {
  if (head.target && head.unit === 'PERCENT')
    return { kind: 'diverging', middle: head.target.value, step: 0.05, higherIsBetter: true };
  return { kind: 'sequential', most: widestValue(answer) };
}

function useHeat(shown: Shown, answer: MetricAnswer | undefined): HeatMapProps | undefined {
  const { t, lang, pick } = useText();
  const format = useFormat();
  const mark = useMark(shown, ['REGION']);
  const { definitions } = useShop();
  const minSample = definitions.get(shown)?.minSample ?? 0;
  const data = useMemo(
    () =>
      answer ? regionMonths(answer, lang, minSample, { month: format.monthShort, count: format.count }) : undefined,
    [answer, lang, minSample, format],
  );
  const head = answer?.series[0]?.metric;
  if (!answer || !data || !head || head.id !== shown) return undefined;
  return {
    title: pick(head.title),
    measure: { ...head, decimals: head.unit === 'PERCENT' ? 0 : 1 },
    rowHead: t('shell.region'),
    noteHead: t(shown === 'PROMISE_KEPT_RATE' ? 'delivery.due' : 'delivery.delivered'),
    columns: data.columns,
    rows: data.rows,
    keepOnPhone: 7,
    tall: true,
    scale: scaleOf(head, answer),
    footnote: t('delivery.heatNote', { n: minSample }),
    onCell: mark
      ? (region, month) =>
          mark({
            metric: shown,
            period: { from: month, to: monthEnd(month) },
            slice: [{ dimension: 'REGION', value: region }],
          })
      : undefined,
  };
}
