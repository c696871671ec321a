import type { KeyboardEvent } from 'react';
import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { colourOf } from '../point.ts';
import { linear } from '../scale.ts';
import { fitText, textWidth } from '../text-width.ts';
import { useWidth } from '../use-width.ts';
import { ValueAxis } from '../value-axis.tsx';
import svg from '../svg.module.css';
import {
  leagueAxis,
  leagueSummary,
  placesOf,
  placeText,
  toneOf,
  type LeagueProps,
  type LeagueRow,
} from './league.data.ts';

const TOP = 22;

/** Interval bar and dot; hollow where the sample is too small to rate. */
function RowMark({ row, y, x, tone }: { row: LeagueRow; y: number; x: (value: number) => number; tone: string }) {
  if (row.value === null) return null;
  const interval = row.tooFew ? null : row.interval;
  const [left, end] = interval ? [x(interval.low), x(interval.high)] : [x(row.value), x(row.value)];
  return (
    <>
      {interval && (
        <rect x={left} y={y - 5} width={Math.max(2, end - left)} height={10} rx={3} fill={tone} opacity={0.26} />
      )}
      <circle
        cx={x(row.value)}
        cy={y}
        r={4.2}
        fill={row.tooFew ? 'var(--surface)' : tone}
        stroke={tone}
        strokeWidth={row.tooFew ? 1.6 : 0}
      />
    </>
  );
}

/** Name and note below each other beside the bar, or on one line above it. */
function RowLabel({ row, y, room, above }: { row: LeagueRow; y: number; room: number; above: boolean }) {
  const halo = above ? svg.halo : undefined;
  const label = fitText(row.label, room, 12);
  const start = above ? textWidth(label, 12) + 6 : 0;
  const top = above ? y - 14 : row.note ? y - 1 : y + 4;
  return (
    <>
      <text className={`${svg.strong} ${halo ?? ''}`} x={0} y={top}>
        {label}
      </text>
      {row.note && (
        <text x={start} y={above ? top : y + 12} className={halo} style={{ fontSize: 11 }}>
          {fitText(row.note, room - start, 11)}
        </text>
      )}
    </>
  );
}

/** Dots with their intervals on one common axis: how far apart they are, and whether they are apart at all. */
export function IntervalLeague(props: LeagueProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(420);
  const { rows, measure, reference, onRow } = props;
  const axis = leagueAxis(props, width < 400 ? 3 : 5);
  const widest = Math.max(0, ...rows.map(({ note }) => (note ? textWidth(note, 11) + 4 : 0)));
  const beside = Math.min(Math.max(props.labelWidth ?? 132, widest), width * (width < 400 ? 0.38 : 0.34));
  // On a phone names that would be cut stand above their bars.
  const above = width < 400 && rows.some(({ label }) => Math.max(textWidth(label, 12), widest) > beside + 8);
  const labelWidth = above ? 0 : beside;
  const placeWidth = props.places ? 44 : 0;
  const texts = rows.map((row) => format.value(row.value, measure));
  const valueRight = width - placeWidth;
  const right = valueRight - Math.max(...texts.map((each) => textWidth(each, 12)), 30) - 18;
  const x = linear(axis, { low: labelWidth + 8, high: right });
  const places = props.places
    ? placesOf(rows, props.higherIsBetter ?? true)
    : new Map<string, { best: number; worst: number }>();
  const rowHeight = above ? 44 : rows.some((row) => row.note) ? 34 : 26;
  const height = TOP + rows.length * rowHeight + 22;
  const opened = (key: string) => (event: KeyboardEvent) => {
    if (event.key === 'Enter') onRow?.(key);
  };
  return (
    <ChartFigure summary={leagueSummary(props, format)} frame={frame}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <ValueAxis axis={axis} measure={measure} x={x} top={TOP - 6} height={height} />
        {props.places && (
          <text x={width} y={11} textAnchor="end">
            {format.lang === 'zh' ? '位次' : 'place'}
          </text>
        )}
        {reference && (
          <>
            <line
              x1={x(reference.value)}
              x2={x(reference.value)}
              y1={TOP - 8}
              y2={height - 20}
              stroke="var(--ink2)"
              strokeDasharray="4 4"
            />
            <text
              x={x(reference.value)}
              y={11}
              textAnchor={x(reference.value) > (labelWidth + right) / 2 ? 'end' : 'start'}
              className={svg.middle}
            >
              {`${reference.label} ${format.trimmed(reference.value, measure)}`}
            </text>
          </>
        )}
        {rows.map((row, at) => {
          const y = TOP + at * rowHeight + (above ? 32 : rowHeight / 2);
          const tone = toneOf(row, reference?.value, props.higherIsBetter);
          const interactive = onRow
            ? {
                tabIndex: 0,
                role: 'link',
                className: svg.link,
                onClick: () => onRow(row.key),
                onKeyDown: opened(row.key),
              }
            : {};
          return (
            <g
              key={row.key}
              {...interactive}
              opacity={row.faded ? 0.45 : undefined}
              {...row.marking}
              data-testid="point"
              aria-label={`${row.label} ${format.value(row.value, measure)}, n ${format.count(row.sample)}`}
            >
              <title>{row.note ? `${row.label}: ${row.note}` : row.label}</title>
              <rect x={0} y={TOP + at * rowHeight} width={width} height={rowHeight} fill="transparent" />
              <RowLabel row={row} y={y} room={above ? valueRight : labelWidth + 8} above={above} />
              <RowMark row={row} y={y} x={x} tone={row.tooFew ? 'var(--then)' : colourOf(tone)} />
              <text
                {...row.marking}
                className={row.tooFew || row.value === null ? undefined : svg.strong}
                x={valueRight}
                y={y + 4}
                textAnchor="end"
              >
                {texts[at]}
              </text>
              {props.places && (
                <text x={width} y={y + 4} textAnchor="end">
                  {placeText(places.get(row.key))}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </ChartFigure>
  );
}
