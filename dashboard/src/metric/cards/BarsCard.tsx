import type { ReactNode } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Bars, barsTable, type BarsProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import type { Dimension, MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { barRows } from '../bar-rows.ts';
import { useChosen, useMark } from '../mark/use-mark.ts';
import { MetricActions } from '../MetricActions.tsx';
import { seriesOf, slicesOf, type MetricAnswer } from '../types.ts';
import { useMetrics } from '../use-metrics.ts';
import { nothingOf } from '../nothing.ts';
import classes from './cards.module.css';

interface BarsCardProps {
  /** What an address points at with `#id`. */
  id?: string;
  title: string;
  sub: string;
  file: string;
  /** A count: bars are shares of its total. */
  metric: MetricId;
  by: Dimension;
  heads: { label: string; value: string; share: string; cumulative: string };
  /** What the rows without a value are called. */
  unnamed: string;
  control?: ReactNode;
}

/** A count by the values of a dimension, largest first, with the share down to each. */
export function BarsCard(card: BarsCardProps) {
  const widen = useWiden();
  const format = useFormat();
  const query = useMetrics({ metrics: [card.metric], by: [card.by], limit: 20 });
  const whole = useMetrics({ metrics: [card.metric], apart: [card.by] });
  const props = useBars(card, query.data, whole.data);
  return (
    <Card
      id={card.id}
      title={card.title}
      sub={card.sub}
      table={props ? barsTable(props, format) : undefined}
      file={card.file}
      actions={<MetricActions metric={card.metric} answer={query.data} />}
    >
      {card.control ? <div className={classes.control}>{card.control}</div> : null}
      <Answered
        query={query}
        height={260}
        onWiden={widen}
        empty={(answer) => nothingOf(answer, props !== undefined && props.rows.length === 0)}
      >
        {() => (props ? <Bars {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useBars(
  card: BarsCardProps,
  answer: MetricAnswer | undefined,
  whole: MetricAnswer | undefined,
): BarsProps | undefined {
  const { lang } = useText();
  const { period } = useFilters();
  const mark = useMark(card.metric, [card.by]);
  const chosen = useChosen(card.by);
  const total = whole ? seriesOf(whole, card.metric) : undefined;
  if (!answer || !total) return undefined;
  return {
    title: card.title,
    measure: total.metric,
    rows: barRows(slicesOf(answer, card.metric), lang, card.unnamed).map((row) => ({
      ...row,
      faded: chosen !== undefined && !chosen.has(row.key),
    })),
    total: total.points[0]?.value ?? 0,
    heads: card.heads,
    onRow: mark
      ? (key) => mark({ metric: card.metric, period, slice: [{ dimension: card.by, value: key }] })
      : undefined,
  };
}
