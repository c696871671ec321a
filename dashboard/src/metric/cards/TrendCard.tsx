import type { ReactNode } from 'react';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Trend, trendTable, useHappened, type Tone, type TrendProps } from '../../charts/index.ts';
import type { TrendGrain } from '../../filters/search.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useTrendWindow } from '../../filters/use-windows.ts';
import { useWiden } from '../../filters/use-widen.ts';
import { useFormat } from '../../format/index.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { useDrill } from '../Drill.tsx';
import { MetricActions } from '../MetricActions.tsx';
import { NotesAction } from '../notes/NotesAction.tsx';
import { seriesOf, type MetricAnswer } from '../types.ts';
import { useMetrics, useMetricsExport } from '../use-metrics.ts';
import { noPoints } from '../nothing.ts';

interface Line {
  metric: MetricId;
  label: string;
  tone?: Tone;
  band?: boolean;
}

interface TrendCardProps {
  /** What an address points at with `#id`. */
  id?: string;
  title: string;
  sub: string;
  file: string;
  note?: ReactNode;
  /** The first line is the subject: its sample is the bars below, its points open rows. All lines share one unit. */
  lines: readonly [Line, ...Line[]];
  /** What one sample of the subject is: "calls a week". */
  denominator?: string;
  grain: TrendGrain;
  callout?: 'lowest' | 'highest';
  fromZero?: boolean;
}

/** One or more metrics over time under the page's filters, at least twelve months up to the period's end. */
export function TrendCard(card: TrendCardProps) {
  const widen = useWiden();
  const format = useFormat();
  const { grain } = card;
  const asked = { metrics: card.lines.map((line) => line.metric), period: useTrendWindow(grain), grain };
  const query = useMetrics(asked);
  const props = useHappened(useTrendProps(card, grain, query.data));
  return (
    <Card
      id={card.id}
      title={card.title}
      sub={card.sub}
      note={card.note}
      table={props ? trendTable(props, format) : undefined}
      exported={useMetricsExport(asked, card.file)}
      actions={
        <>
          <NotesAction metric={card.lines[0].metric} />
          <MetricActions metric={card.lines[0].metric} answer={query.data} />
        </>
      }
    >
      <Answered query={query} height={300} onWiden={widen} empty={noPoints}>
        {() => (props ? <Trend {...props} /> : null)}
      </Answered>
    </Card>
  );
}

const tones: readonly Tone[] = ['now', 'c2', 'c3'];

function useTrendProps(
  card: TrendCardProps,
  grain: TrendGrain,
  answer: MetricAnswer | undefined,
): TrendProps | undefined {
  const { period } = useFilters();
  const { pick } = useText();
  const subject = card.lines[0].metric;
  const drill = useDrill(subject);
  const head = answer ? seriesOf(answer, subject)?.metric : undefined;
  if (!answer || !head) return undefined;
  return {
    title: pick(head.title),
    measure: head,
    grain,
    about: card.lines.map((line) => line.metric),
    target: head.target?.value,
    period,
    callout: card.callout,
    denominator: card.denominator,
    fromZero: card.fromZero,
    series: card.lines.map((line, at) => ({
      key: line.metric,
      label: line.label,
      points: seriesOf(answer, line.metric)?.points ?? [],
      tone: line.tone ?? tones[at] ?? 'then',
      band: line.band ?? at === 0,
    })),
    onPoint: drill
      ? (point) => drill({ metric: subject, period: { from: point.bucket, to: point.bucketEnd } })
      : undefined,
  };
}
