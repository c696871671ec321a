import { useState } from 'react';
import { useFormat } from '../../format/index.ts';
import { dayNumber } from '../point.ts';
import { fitText, textWidth } from '../text-width.ts';
import { useScales, type Scales } from '../trend/use-scales.ts';
import { useWantVerdicts } from './context.tsx';
import { clustered, happeningText, happeningWhole, type Cluster, type Happening } from './happening.ts';
import classes from './happenings.module.css';

/** Below the plot's edge, above bars and labels. */
const BELOW = 9;
const SIZE = 4;
const LINE = 16;
const MOST_TOLD = 5;

const shapes: Record<Happening['kind'], string> = {
  EVENT: `M${-SIZE},${SIZE - 1} L${SIZE},${SIZE - 1} L0,${-SIZE} Z`,
  INITIATIVE: `M0,${-SIZE - 1} L${SIZE + 1},0 L0,${SIZE + 1} L${-SIZE - 1},0 Z`,
  NOTE: `M${-SIZE},0 a${SIZE},${SIZE} 0 1,0 ${2 * SIZE},0 a${SIZE},${SIZE} 0 1,0 ${-2 * SIZE},0 Z`,
};

const held = ({ area }: Scales, x: number): number => Math.min(area.x + area.width, Math.max(area.x, x));

/** What happened, as small marks on the time axis; the one that is pointed at or focused tells its name over the plot. */
export function HappeningMarks({ happenings }: { happenings: readonly Happening[] }) {
  const scales = useScales();
  const format = useFormat();
  const [told, setTold] = useState<number | null>(null);
  const wantVerdicts = useWantVerdicts();
  if (!scales) return null;
  const { x, area } = scales;
  const y = area.y + area.height + BELOW;
  const clusters = clustered(happenings.map((happening) => ({ x: held(scales, x(happening.from)), happening })));
  const shown = told === null ? undefined : clusters[told];
  const tell = (at: number) => {
    setTold(at);
    if (clusters[at]?.happenings.some(({ kind }) => kind === 'INITIATIVE')) wantVerdicts();
  };
  return (
    <g data-testid="happenings">
      {shown ? <Spans cluster={shown} scales={scales} /> : null}
      {clusters.map((cluster, at) => (
        <g
          key={`${cluster.happenings[0]?.kind} ${cluster.happenings[0]?.code}`}
          className={classes.mark}
          role="img"
          tabIndex={0}
          aria-label={cluster.happenings.map((one) => happeningWhole(one, format)).join('; ')}
          onPointerEnter={() => tell(at)}
          onPointerLeave={() => setTold(null)}
          onFocus={() => tell(at)}
          onBlur={() => setTold(null)}
          onKeyDown={(event) => event.stopPropagation()}
        >
          <rect x={cluster.x - 8} y={y - 10} width={16} height={20} fill="transparent" />
          <Shape cluster={cluster} y={y} />
        </g>
      ))}
      {shown ? <Telling cluster={shown} scales={scales} /> : null}
    </g>
  );
}

function Shape({ cluster, y }: { cluster: Cluster; y: number }) {
  const [first] = cluster.happenings;
  if (cluster.happenings.length > 1 || !first)
    return (
      <g transform={`translate(${cluster.x} ${y})`}>
        <circle r={6.5} fill="var(--surface)" stroke="var(--ink3)" />
        <text className={classes.count} textAnchor="middle" dy={3.2}>
          {cluster.happenings.length}
        </text>
      </g>
    );
  return (
    <path
      d={shapes[first.kind]}
      transform={`translate(${cluster.x} ${y})`}
      fill={first.kind === 'INITIATIVE' ? 'var(--surface)' : 'var(--ink2)'}
      stroke="var(--ink2)"
      strokeWidth={1.3}
    />
  );
}

/** The days themselves, tinted over the plot's height. */
function Spans({ cluster, scales }: { cluster: Cluster; scales: Scales }) {
  const { x, area } = scales;
  return (
    <g aria-hidden pointerEvents="none">
      {cluster.happenings.map(({ kind, code, from, to }) => {
        const left = held(scales, x(from));
        const right = held(scales, to === null ? area.x + area.width : x(dayNumber(to) + 1));
        return (
          <g key={`${kind} ${code}`}>
            <rect
              x={left}
              y={area.y}
              width={Math.max(1, right - left)}
              height={area.height}
              fill="var(--warn)"
              opacity={0.1}
            />
            <line
              x1={left}
              x2={left}
              y1={area.y}
              y2={area.y + area.height}
              stroke="var(--ink3)"
              strokeDasharray="2 2"
            />
          </g>
        );
      })}
    </g>
  );
}

function Telling({ cluster, scales }: { cluster: Cluster; scales: Scales }) {
  const format = useFormat();
  const { area } = scales;
  const room = Math.min(area.width, 460) - 20;
  const texts = cluster.happenings.flatMap((one) =>
    [happeningText(one, format), ...(one.verdict === undefined ? [] : [`→ ${one.verdict}`])].map((text) =>
      fitText(text, room),
    ),
  );
  const told =
    texts.length > MOST_TOLD ? [...texts.slice(0, MOST_TOLD - 1), `+${texts.length - MOST_TOLD + 1}`] : texts;
  const width = Math.max(...told.map((text) => textWidth(text))) + 20;
  const left = Math.min(area.x + area.width - width, Math.max(area.x, cluster.x - width / 2));
  return (
    <g aria-hidden pointerEvents="none">
      <rect
        x={left}
        y={area.y + 2}
        width={width}
        height={told.length * LINE + 10}
        rx={6}
        fill="var(--surface)"
        stroke="var(--line2)"
      />
      {told.map((text, at) => (
        <text key={text} className={classes.told} x={left + 10} y={area.y + 18 + at * LINE}>
          {text}
        </text>
      ))}
    </g>
  );
}
