import { useMemo, useState } from 'react';

import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { useWidth } from '../use-width.ts';
import { arcPath, arcsOf, nextOf, stepsSummary, type Arc, type StepEdge, type StepsProps } from './steps.data.ts';
import classes from './steps.module.css';

/** The steps under each other, an arc for every way from one to the next; the ways from the chosen one with shares and times. */
export function Steps(props: StepsProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(900);
  const phone = width < 560;
  const [row, room] = phone ? [46, 62] : [31, 150];
  const { steps, edges, heads } = props;
  const [picked, setPicked] = useState<string>();
  const usual = steps.find((step) => nextOf(edges, step.key).length > 1)?.key;
  const chosen = picked !== undefined && steps.some(({ key }) => key === picked) ? picked : usual;
  const arcs = useMemo(() => arcsOf(steps, edges), [steps, edges]);
  const next = new Map(nextOf(edges, chosen ?? '').map((edge) => [edge.to, edge]));
  return (
    <ChartFigure summary={stepsSummary(props, format)} frame={frame}>
      <div
        className={classes.steps}
        style={{ gridTemplateColumns: `minmax(120px, ${phone ? '1fr' : '210px'}) ${room}px minmax(0, 1fr)` }}
      >
        <div className={classes.column}>
          {steps.map((step) => (
            <button
              key={step.key}
              type="button"
              className={classes.step}
              style={{ height: row }}
              aria-pressed={step.key === chosen}
              disabled={step.count === undefined}
              data-testid="step"
              onClick={() => setPicked(step.key)}
            >
              <span>{step.label}</span>
              {step.count === undefined ? null : <b>{format.count(step.count)}</b>}
            </button>
          ))}
        </div>
        <svg width={room} height={row * steps.length} aria-hidden>
          {arcs.map((arc) => (
            <ArcMark
              key={`${arc.edge.from} ${arc.edge.to}`}
              arc={arc}
              path={arcPath(arc, row, room - 14, steps.length)}
              chosen={arc.edge.from === chosen}
            />
          ))}
        </svg>
        <div className={classes.column}>
          {steps.map((step) => (
            <div key={step.key} className={classes.next} style={{ height: row }}>
              <Next edge={next.get(step.key)} heads={heads} phone={phone} />
            </div>
          ))}
        </div>
      </div>
    </ChartFigure>
  );
}

/** Thickness by frequency, never too thin to be seen. */
const strokeOf = (weight: number): number => 1 + 9 * weight;

function ArcMark({ arc, path, chosen }: { arc: Arc; path: string; chosen: boolean }) {
  return (
    <path
      d={path}
      fill="none"
      stroke={arc.back ? 'var(--warn)' : chosen ? 'var(--now)' : 'var(--then)'}
      strokeWidth={strokeOf(arc.weight)}
      opacity={chosen ? 0.85 : 0.16}
    />
  );
}

function Next({ edge, heads, phone }: { edge: StepEdge | undefined; heads: StepsProps['heads']; phone: boolean }) {
  const format = useFormat();
  if (!edge) return null;
  const { share, count, medianSeconds, p90Seconds } = edge;
  return (
    <>
      <b {...edge.marking}>{format.share(share)}</b>
      <span>{format.count(count)}</span>
      {medianSeconds === null ? null : (
        <span>
          {phone ? '' : `${heads.median} `}
          {format.duration(medianSeconds)}
        </span>
      )}
      {p90Seconds === null || phone ? null : (
        <small>
          {heads.most} {format.duration(p90Seconds)}
        </small>
      )}
    </>
  );
}
