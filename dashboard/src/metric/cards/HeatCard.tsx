import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { HeatMap, heatTable, type HeatMapProps, type HeatScale } from '../../charts/index.ts';
import { monthEnd } from '../../filters/days.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useYearWindow } from '../../filters/use-windows.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import type { Dimension, MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { crossGrid } from '../cross-grid.ts';
import { useMark } from '../mark/use-mark.ts';
import { MetricActions } from '../MetricActions.tsx';
import { regionMonths, widestValue } from '../region-months.ts';
import type { MetricAnswer, MetricHead, Period } from '../types.ts';
import { useMetrics } from '../use-metrics.ts';
import { nothingOf } from '../nothing.ts';

interface HeatCardProps {
  /** What an address points at with `#id`. */
  id?: string;
  title: string;
  sub: string;
  file: string;
  metric: MetricId;
  rows: Dimension;
  /** Another dimension with numbered values across, over the twelve months to the period's end; without it those months. */
  across?: Dimension;
  rowHead: string;
  noteHead: string;
  limit?: number;
  /** Left out: the twelve months to the period's end. */
  period?: Period;
}

/** Every pair of some ten rows with 24 hours. */
const mostPairs = 300;

/** One metric by a dimension and time, or by two dimensions: a number in every cell. */
export function HeatCard(card: HeatCardProps) {
  const widen = useWiden();
  const format = useFormat();
  const usual = useYearWindow();
  const year = card.period ?? usual;
  const query = useMetrics({
    metrics: [card.metric],
    period: year,
    ...(card.across
      ? { by: [card.rows, card.across], limit: mostPairs }
      : { by: [card.rows], grain: 'MONTH', limit: card.limit ?? 12 }),
  });
  const props = useHeat(card, query.data, year);
  return (
    <Card
      id={card.id}
      title={card.title}
      sub={`${card.sub} ${format.dayRange(year.from, year.to, true)}`}
      table={props ? heatTable(props, format) : undefined}
      file={card.file}
      actions={<MetricActions metric={card.metric} answer={query.data} />}
    >
      <Answered
        query={query}
        height={300}
        onWiden={widen}
        empty={(answer) => nothingOf(answer, answer.series.length === 0)}
      >
        {() => (props ? <HeatMap {...props} /> : null)}
      </Answered>
    </Card>
  );
}

const higherIsBetter = (head: MetricHead): boolean => head.polarity !== 'LOWER_IS_BETTER';

function scaleOf(head: MetricHead, answer: MetricAnswer): HeatScale {
  if (head.target && head.unit === 'PERCENT')
    return { kind: 'diverging', middle: head.target.value, step: 0.05, higherIsBetter: higherIsBetter(head) };
  return { kind: 'sequential', most: widestValue(answer) || 1 };
}

function useHeat(card: HeatCardProps, answer: MetricAnswer | undefined, year: Period): HeatMapProps | undefined {
  const { t, lang, pick } = useText();
  const format = useFormat();
  const mark = useMark(card.metric, card.across ? [card.rows, card.across] : [card.rows]);
  const turned = (useMediaQuery('(max-width: 720px)') ?? false) && card.across !== undefined;
  const { definitions } = useShop();
  const definition = definitions.get(card.metric);
  // A count of nothing is a count: only shares and times need a sample to be rated.
  const minSample = definition && definition.unit !== 'COUNT' ? definition.minSample : 0;
  const grid = useMemo(() => {
    if (!answer) return undefined;
    return card.across
      ? crossGrid(answer.series, lang, minSample, { count: format.count }, turned)
      : regionMonths(answer, lang, minSample, { month: format.monthShort, count: format.count });
  }, [answer, card.across, lang, minSample, format, turned]);
  const head = answer?.series[0]?.metric;
  if (!answer || !grid || !head || head.id !== card.metric) return undefined;
  const open = (row: string, column: string) => {
    const slice = card.across
      ? [
          { dimension: card.rows, value: turned ? column : row },
          { dimension: card.across, value: turned ? row : column },
        ]
      : [{ dimension: card.rows, value: row }];
    mark?.({
      metric: card.metric,
      period: card.across ? year : { from: column, to: monthEnd(column) },
      slice,
    });
  };
  return {
    title: pick(head.title),
    measure: { ...head, decimals: 0 },
    rowHead: card.rowHead,
    noteHead: card.noteHead,
    columns: grid.columns,
    rows: grid.rows.filter((row) => row.cells.some((cell) => cell.sample > 0)),
    upright: turned,
    keepOnPhone: turned ? grid.columns.length : 7,
    scale: scaleOf(head, answer),
    footnote:
      [
        minSample > 1 ? t('metric.outlined', { n: minSample }) : '',
        answer.series.some(({ points }) => points.some(({ suppressed }) => suppressed)) ? t('metric.withheld') : '',
      ]
        .filter(Boolean)
        .join(' · ') || undefined,
    onCell: mark ? open : undefined,
  };
}
