import { useMemo } from 'react';
import { useFormat, type Formatter } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { colourOf } from '../point.ts';
import { text, type ChartTable } from '../table.ts';
import { textWidth } from '../text-width.ts';
import { useWidth } from '../use-width.ts';
import svg from '../svg.module.css';
import {
  laneScale,
  markPlaces,
  type Lane,
  type LaneMark,
  type LaneScale,
  type LaneSpan,
  type MarkPlace,
} from './lanes.geometry.ts';

export interface LanesProps {
  title: string;
  zone: string;
  lanes: readonly Lane[];
  /** A vertical line through all lanes: the day something was due. */
  promises?: readonly { at: number; label: string; /** Red only where it was not kept. */ tone?: 'bad' }[];
  heads: { lane: string; at: string; event: string };
}

const LANE = 38;
const GAP = 5;
/** Room above the lanes for the names of promises and folds, where there are any. */
const NAMED = 30;
const PLAIN = 6;

export function lanesTable(props: LanesProps, format: Formatter): ChartTable {
  const events = props.lanes.flatMap((lane) =>
    lane.marks.map((mark) => ({ lane: lane.label, at: mark.at, label: mark.name ?? mark.label ?? mark.badge ?? '' })),
  );
  const rows = events
    .sort((a, b) => a.at - b.at)
    .map(({ lane, at, label }) => {
      const moment = new Date(at).toISOString();
      return { cells: [format.dateTime(moment, props.zone), lane, label], raw: [moment, lane, label] };
    });
  return { columns: [text(props.heads.at), text(props.heads.lane), text(props.heads.event)], rows };
}

const SPAN = {
  promised: { stroke: 'var(--now)', strokeOpacity: 0.32, strokeWidth: 9 },
  owed: { stroke: 'var(--bad)', strokeOpacity: 0.85, strokeWidth: 9 },
  silent: { stroke: 'var(--bad)', strokeWidth: 1.6, strokeDasharray: '3 3' },
  moving: { stroke: 'var(--ink2)', strokeWidth: 1.6 },
} as const;

function SpanLine({ span, x, y }: { span: LaneSpan; x: (at: number) => number; y: number }) {
  const [from, to] = [x(span.from), x(span.to)];
  const beyond = span.kind === 'owed';
  return (
    <g>
      {span.kind === 'silent' && <line x1={from} x2={to} y1={y} y2={y} stroke="var(--sunken)" strokeWidth={4} />}
      <line x1={from} x2={Math.max(to, from + 2)} y1={y} y2={y} {...SPAN[span.kind]} />
      {span.label && (
        <text
          className={`${span.kind === 'promised' || span.kind === 'moving' ? svg.middle : svg.bad} ${svg.halo}`}
          x={beyond ? to + 7 : (from + to) / 2}
          y={beyond ? y + 4 : y - 8}
          textAnchor={beyond ? 'start' : 'middle'}
        >
          {span.label}
        </text>
      )}
    </g>
  );
}

function MarkDot({
  mark,
  x,
  y,
  place,
}: {
  mark: LaneMark;
  x: (at: number) => number;
  y: number;
  place: MarkPlace | undefined;
}) {
  const at = x(mark.at);
  const colour = colourOf(mark.tone);
  const above = place?.level === 'above';
  const shift = (above ? -4 : mark.badge ? 15 : 7) * (place?.anchor === 'end' ? -1 : 1);
  return (
    <g>
      <circle
        cx={at}
        cy={y}
        r={mark.badge ? 12 : mark.small ? 2.4 : 4}
        fill={mark.hollow ? 'var(--surface)' : colour}
        stroke={colour}
        strokeWidth={mark.hollow ? 1.6 : 0}
      >
        {(mark.name ?? mark.label) && <title>{mark.name ?? mark.label}</title>}
      </circle>
      {mark.badge && (
        <text x={at} y={y + 4} textAnchor="middle" className={svg.badge}>
          {mark.badge}
        </text>
      )}
      {mark.label && place && place.level !== 'hidden' && (
        <text
          className={`${svg.middle} ${svg.halo}`}
          x={at + shift}
          y={above ? y - 8 : y + 4}
          textAnchor={place.anchor}
        >
          {mark.label}
        </text>
      )}
    </g>
  );
}

/** The days below, and where a long silence was folded away: a change of scale is drawn and named. */
function Frame({ scale, top, bottom }: { scale: LaneScale; top: number; bottom: number }) {
  const format = useFormat();
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick.day}>
          <line x1={tick.x} x2={tick.x} y1={top} y2={bottom} stroke="var(--line)" />
          <text x={tick.x} y={bottom + 16} textAnchor="middle">
            {format.dayShort(tick.day)}
          </text>
        </g>
      ))}
      {scale.breaks.map((fold) => (
        <g key={fold.x}>
          {[-3, 3].map((side) => (
            <line
              key={side}
              x1={fold.x + side}
              x2={fold.x + side}
              y1={top - 6}
              y2={bottom}
              stroke="var(--line2)"
              strokeDasharray="2 3"
            />
          ))}
          <text x={fold.x} y={top - 12} textAnchor="middle">
            {format.lang === 'zh' ? `${fold.days} 天后` : `${fold.days} days later`}
          </text>
        </g>
      ))}
    </>
  );
}

function Track({ label, y, from, to }: { label: string; y: number; from: number; to: number }) {
  return (
    <g>
      <rect x={from} y={y} width={to - from} height={LANE} rx={4} fill="var(--sunken)" opacity={0.55} />
      <text className={svg.middle} x={0} y={y + LANE / 2 + 4}>
        {label}
      </text>
    </g>
  );
}

interface PromisesProps {
  promises: NonNullable<LanesProps['promises']>;
  x: (at: number) => number;
  top: number;
  bottom: number;
  right: number;
}

/** The days something was due, across all lanes; a name that would leave the chart stands before its line. */
function Promises({ promises, x, top, bottom, right }: PromisesProps) {
  const leaves = ({ at, label }: PromisesProps['promises'][number]): boolean => x(at) + 4 + textWidth(label) > right;
  return promises.map((promise) => (
    <g key={promise.at}>
      <line
        x1={x(promise.at)}
        x2={x(promise.at)}
        y1={top - 6}
        y2={bottom}
        stroke={promise.tone === 'bad' ? 'var(--bad)' : 'var(--then)'}
        strokeDasharray="3 3"
        strokeWidth={1.3}
      />
      <text
        className={promise.tone === 'bad' ? svg.bad : svg.middle}
        x={x(promise.at) + (leaves(promise) ? -4 : 4)}
        y={top - 12}
        textAnchor={leaves(promise) ? 'end' : 'start'}
      >
        {promise.label}
      </text>
    </g>
  ));
}

/** A customer's story on lanes: blue what was promised, red what was owed, dashed red where nothing was heard. */
export function Lanes(props: LanesProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(1_000);
  const { lanes, promises = [] } = props;
  const left = Math.ceil(Math.max(36, ...lanes.map((lane) => textWidth(lane.label)))) + 10;
  const moments = useMemo(
    () => [
      ...lanes.flatMap((lane) => [
        ...lane.marks.map((mark) => mark.at),
        ...lane.spans.flatMap((span) => [span.from, span.to]),
      ]),
      ...promises.map((promise) => promise.at),
    ],
    [lanes, promises],
  );
  const scale = useMemo(
    () => laneScale(moments, left + 10, width - 10, props.zone),
    [moments, left, width, props.zone],
  );
  const top = promises.length > 0 || scale.breaks.length > 0 ? NAMED : PLAIN;
  const bottom = top + lanes.length * (LANE + GAP);
  const summary = `${props.title}: ${lanes.map((lane) => `${lane.label} ${format.count(lane.marks.length)}`).join(', ')}`;
  if (moments.length === 0) return null;
  return (
    <ChartFigure summary={summary} frame={frame}>
      <svg width={width} height={bottom + 24} viewBox={`0 0 ${width} ${bottom + 24}`}>
        {lanes.map((lane, at) => (
          <Track key={lane.key} label={lane.label} y={top + at * (LANE + GAP)} from={left} to={width} />
        ))}
        <Frame scale={scale} top={top} bottom={bottom} />
        <Promises promises={promises} x={scale.x} top={top} bottom={bottom} right={width} />
        {lanes.map((lane, at) => {
          const y = top + at * (LANE + GAP) + LANE / 2;
          const places = markPlaces(lane, scale.x, width);
          return (
            <g key={lane.key}>
              {lane.spans.map((span) => (
                <SpanLine key={span.key} span={span} x={scale.x} y={y} />
              ))}
              {lane.marks.map((mark) => (
                <MarkDot key={mark.key} mark={mark} x={scale.x} y={y} place={places.get(mark.key)} />
              ))}
            </g>
          );
        })}
      </svg>
    </ChartFigure>
  );
}
