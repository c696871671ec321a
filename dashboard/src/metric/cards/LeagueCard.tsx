import type { ReactNode } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, leagueTable, type LeagueProps } from '../../charts/index.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import type { Dimension, MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { leagueRows, ranked } from '../league-rows.ts';
import { useChosen, useMark } from '../mark/use-mark.ts';
import { MetricActions } from '../MetricActions.tsx';
import { seriesOf, slicesOf, type MetricAnswer, type Period } from '../types.ts';
import { useMetrics } from '../use-metrics.ts';
import { nothingOf } from '../nothing.ts';
import classes from './cards.module.css';

interface LeagueCardProps {
  /** What an address points at with `#id`. */
  id?: string;
  title: string;
  sub: string;
  file: string;
  note?: ReactNode;
  metric: MetricId;
  by: Dimension;
  /** Told beside the sample: a second figure of the same slice. */
  beside?: { metric: MetricId; label: string };
  limit?: number;
  /** Leaves out what carries no value: an order that no carrier has yet cannot fare well with one. */
  named?: boolean;
  /** Left out: the page's period. */
  period?: Period;
  /** Shows the places each row can hold. */
  places?: boolean;
  fromZero?: boolean;
  /** Above the chart: what chooses the metric. */
  control?: ReactNode;
}

/** A metric by the values of a dimension: dots with intervals on one axis, judged by the target or else by the whole shop. */
export function LeagueCard(card: LeagueCardProps) {
  const widen = useWiden();
  const format = useFormat();
  const metrics = card.beside ? [card.metric, card.beside.metric] : [card.metric];
  const query = useMetrics({ metrics, by: [card.by], limit: card.limit ?? 12, ...spanOf(card) });
  const whole = useMetrics({ metrics: [card.metric], apart: [card.by], ...spanOf(card) });
  const props = useLeague(card, query.data, whole.data);
  return (
    <Card
      id={card.id}
      title={card.title}
      sub={card.sub}
      note={card.note}
      table={props ? leagueTable(props, format) : undefined}
      file={card.file}
      actions={<MetricActions metric={card.metric} answer={query.data} />}
    >
      {card.control ? <div className={classes.control}>{card.control}</div> : null}
      <Answered
        query={query}
        height={300}
        onWiden={widen}
        empty={(answer) => nothingOf(answer, props !== undefined && props.rows.length === 0)}
      >
        {() => (props ? <IntervalLeague {...props} /> : null)}
      </Answered>
    </Card>
  );
}

const spanOf = ({ period }: LeagueCardProps) => (period ? { period } : {});

function useLeague(
  card: LeagueCardProps,
  answer: MetricAnswer | undefined,
  whole: MetricAnswer | undefined,
): LeagueProps | undefined {
  const { t, lang } = useText();
  const { period: current } = useFilters();
  const { definitions } = useShop();
  const format = useFormat();
  const mark = useMark(card.metric, [card.by]);
  const chosen = useChosen(card.by);
  const period = card.period ?? current;
  const { beside } = card;
  if (!answer || !whole) return undefined;
  const total = seriesOf(whole, card.metric);
  const head = total?.metric;
  if (!head) return undefined;
  const rows = leagueRows(slicesOf(answer, card.metric), lang, format, definitions.get(card.metric)?.minSample);
  const besideText = (key: string): string => {
    if (!beside) return '';
    const other = slicesOf(answer, beside.metric).find((each) => (each.key[0]?.value ?? '') === key);
    const point = other?.points[0];
    if (!other || !point || point.value == null || point.status === 'TOO_FEW') return '';
    return ` · ${beside.label} ${format.value(point.value, other.metric)}`;
  };
  const reference = head.target?.value ?? total.points[0]?.value;
  return {
    title: card.title,
    measure: head,
    rows: ranked(rows)
      .filter(({ key }) => key !== '' || !card.named)
      .map((row) => ({
        ...row,
        note: `${row.note ?? ''}${besideText(row.key)}`,
        faded: chosen !== undefined && !chosen.has(row.key),
      })),
    higherIsBetter: head.polarity === 'NEUTRAL' ? null : head.polarity === 'HIGHER_IS_BETTER',
    reference: reference == null ? null : { value: reference, label: t(head.target ? 'metric.aim' : 'metric.whole') },
    places: card.places ?? false,
    fromZero: card.fromZero ?? false,
    labelWidth: 150,
    onRow: mark
      ? (key) => mark({ metric: card.metric, period, slice: [{ dimension: card.by, value: key }] })
      : undefined,
  };
}
