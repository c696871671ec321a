import type { ReactNode } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, leagueTable, type LeagueProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import type { Dimension, MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useDrill } from '../Drill.tsx';
import { MetricActions } from '../MetricActions.tsx';
import { pairOf, pairRows, worst } from '../pair-rows.ts';
import { seriesOf, slicesOf, type MetricAnswer } from '../types.ts';
import { useMetrics } from '../use-metrics.ts';
import { nothingOf } from '../nothing.ts';

interface PairsLeagueCardProps {
  /** What an address points at with `#id`. */
  id?: string;
  title: string;
  sub: string;
  file: string;
  note?: ReactNode;
  metric: MetricId;
  by: readonly [Dimension, Dimension];
  /** Rows shown: the worst of those large enough to rate. */
  most?: number;
}

/** Some ten values of the one with every region of a country. */
const MOST_PAIRS = 300;

/** The same question for the card and for a page's answer. */
export const usePairs = (metric: MetricId, by: readonly [Dimension, Dimension]) =>
  useMetrics({ metrics: [metric], by, limit: MOST_PAIRS });

/** Pairs of two dimensions that fare worst, as dots with intervals, judged by the target or else by the whole shop. */
export function PairsLeagueCard(card: PairsLeagueCardProps) {
  const widen = useWiden();
  const format = useFormat();
  const query = usePairs(card.metric, card.by);
  const whole = useMetrics({ metrics: [card.metric] });
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
      <Answered
        query={query}
        height={430}
        onWiden={widen}
        empty={(answer) => nothingOf(answer, props !== undefined && props.rows.length === 0)}
      >
        {() => (props ? <IntervalLeague {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useLeague(
  card: PairsLeagueCardProps,
  answer: MetricAnswer | undefined,
  whole: MetricAnswer | undefined,
): LeagueProps | undefined {
  const { t, lang } = useText();
  const { period } = useFilters();
  const { definitions } = useShop();
  const format = useFormat();
  const drill = useDrill(card.metric);
  const total = whole ? seriesOf(whole, card.metric) : undefined;
  if (!answer || !total) return undefined;
  const head = total.metric;
  const reference = head.target?.value ?? total.points[0]?.value;
  const rows = pairRows(slicesOf(answer, card.metric), lang, format, definitions.get(card.metric)?.minSample ?? 0);
  return {
    title: card.title,
    measure: head,
    rows: worst(rows, head.polarity, card.most ?? 12),
    higherIsBetter: head.polarity === 'NEUTRAL' ? null : head.polarity === 'HIGHER_IS_BETTER',
    reference: reference == null ? null : { value: reference, label: t(head.target ? 'metric.aim' : 'metric.whole') },
    places: false,
    fromZero: head.polarity === 'LOWER_IS_BETTER',
    labelWidth: 190,
    onRow: drill ? (key) => drill({ metric: card.metric, period, slice: pairOf(key, card.by) }) : undefined,
  };
}
