import type { ReactNode } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { IntervalLeague, leagueTable, type LeagueProps } from '../../charts/index.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { figureData } from '../figure-data.ts';
import { leagueRows } from '../league-rows.ts';
import { MetricActions } from '../MetricActions.tsx';
import { seriesOf, type MetricAnswer, type Period } from '../types.ts';
import { useMetrics } from '../use-metrics.ts';
import { nothingOf } from '../nothing.ts';

interface FiguresLeagueCardProps {
  /** What an address points at with `#id`. */
  id?: string;
  title: string;
  sub: string;
  file: string;
  note?: ReactNode;
  /** Figures of one unit; the first is the card's subject. */
  figures: readonly { metric: MetricId; label: string }[];
  period: Period;
}

/** Several figures of one unit as dots with intervals on one axis: two groups of customers, told apart or not. */
export function FiguresLeagueCard(card: FiguresLeagueCardProps) {
  const widen = useWiden();
  const format = useFormat();
  const subject = card.figures[0]?.metric ?? '';
  const query = useMetrics({ metrics: card.figures.map(({ metric }) => metric), period: card.period });
  const props = useRows(card, query.data);
  return (
    <Card
      id={card.id}
      title={card.title}
      sub={card.sub}
      note={card.note}
      table={props ? leagueTable(props, format) : undefined}
      file={card.file}
      actions={<MetricActions metric={subject} answer={query.data} />}
    >
      <Answered
        query={query}
        height={120}
        onWiden={widen}
        empty={(answer) => nothingOf(answer, props !== undefined && props.rows.length === 0)}
      >
        {() => (props ? <IntervalLeague {...props} /> : null)}
      </Answered>
    </Card>
  );
}

function useRows(card: FiguresLeagueCardProps, answer: MetricAnswer | undefined): LeagueProps | undefined {
  const { lang } = useText();
  const format = useFormat();
  const head = answer ? seriesOf(answer, card.figures[0]?.metric ?? '')?.metric : undefined;
  if (!answer || !head) return undefined;
  const rows = card.figures.flatMap(({ metric, label }) => {
    const series = seriesOf(answer, metric);
    const point = series?.points[0];
    if (!series || !point) return [];
    const key = { dimension: '', value: metric, label: { en: label, zh: label } };
    return leagueRows([{ ...series, key: [key] }], lang, format).map((row) => ({
      ...row,
      marking: figureData(series.metric, point),
    }));
  });
  return {
    title: card.title,
    measure: head,
    rows,
    higherIsBetter: null,
    reference: null,
    places: false,
    fromZero: true,
    labelWidth: 168,
  };
}
