import { useMemo, useState, type PointerEvent } from 'react';
import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { colourOf } from '../point.ts';
import { linear } from '../scale.ts';
import svg from '../svg.module.css';
import { useWidth } from '../use-width.ts';
import { curveAxis, curveSummary, fewFrom, lastDay, type CurveProps } from './curve.data.ts';
import { curvePaths } from './curve.geometry.ts';
import { curveLayout } from './curve.layout.ts';
import { CurveTooltip, EndNames, Marks, RiskRows, type Drawn } from './curve.marks.tsx';
import { curveWords as words } from './curve.words.ts';
import classes from './curve.module.css';

/** The axes, and a line where a day has a name. */
function Frame({ props, layout, x, y, ticks }: Drawn & { ticks: readonly number[] }) {
  const format = useFormat();
  const labels = format.ticks(ticks, props.measure);
  const named = new Set(props.series.flatMap((series) => series.marks.map(({ day }) => day)));
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={layout.left} x2={layout.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={layout.left - 6} y={y(tick) + 4} textAnchor="end">
            {labels.get(tick)}
          </text>
        </g>
      ))}
      {[...named].map((day) => (
        <line
          key={day}
          x1={x(day)}
          x2={x(day)}
          y1={layout.top}
          y2={layout.base}
          stroke="var(--line2)"
          strokeDasharray="1.5 3"
        />
      ))}
      {layout.ticks.map((day) => (
        <text
          key={day}
          x={x(day)}
          y={layout.base + 16}
          textAnchor="middle"
          className={named.has(day) ? svg.strong : undefined}
        >
          {day}
        </text>
      ))}
      {props.small ? null : (
        <text x={layout.left} y={layout.base + 30}>
          {format.say(words.axis)}
        </text>
      )}
    </g>
  );
}

/** Bands first, then what is held against, then the curves: dotted where few are still observed. */
function Lines({ props, x, y }: Drawn) {
  const drawn = props.series.map((series) => ({
    series,
    paths: curvePaths(series, lastDay(series, props.days), fewFrom(series, props.fewBelow), x, y),
  }));
  const stroke = (thin: boolean | undefined): number => (thin ? 1.5 : 2.2);
  return (
    <g fill="none" strokeLinejoin="round">
      {drawn.map(({ series, paths }) =>
        paths.band ? (
          <path key={series.key} d={paths.band} fill={colourOf(series.tone)} fillOpacity={0.15} stroke="none" />
        ) : null,
      )}
      {drawn.toReversed().map(({ series, paths }) => (
        <g key={series.key} stroke={colourOf(series.tone)} strokeWidth={stroke(series.thin)}>
          {paths.solid ? <path d={paths.solid} /> : null}
          {paths.dotted ? <path d={paths.dotted} strokeDasharray="2 3" strokeWidth={1.6} /> : null}
        </g>
      ))}
    </g>
  );
}

function Keys({ props }: { props: CurveProps }) {
  return (
    <div className={classes.keys}>
      {props.series.map((series) => (
        <span key={series.key}>
          <i style={{ background: colourOf(series.tone) }} />
          {series.label}
        </span>
      ))}
    </div>
  );
}

/** The share that has come back by each day: level between two steps, its band, and how many are still observed. */
export function Curve(props: CurveProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(640);
  const [day, setDay] = useState<number | null>(null);
  const axis = useMemo(
    () => props.axis ?? curveAxis(props.series, props.days, props.fewBelow),
    [props.axis, props.series, props.days, props.fewBelow],
  );
  const layout = curveLayout(props, width, format.say(words.observed), format);
  const x = linear({ low: 0, high: props.days }, { low: layout.left, high: layout.right });
  const y = linear(axis, { low: layout.base, high: layout.top });
  const drawn: Drawn = { props, layout, x, y };
  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const inside = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const at = Math.round(linear({ low: layout.left, high: layout.right }, { low: 0, high: props.days })(inside));
    setDay(at >= 0 && at <= props.days ? at : null);
  };
  return (
    <ChartFigure summary={curveSummary(props, format)} frame={frame} className={layout.roomy ? undefined : svg.small}>
      {!layout.roomy && !props.small && props.series.length > 1 ? <Keys props={props} /> : null}
      <div className={classes.plot}>
        <svg
          width={width}
          height={layout.height}
          viewBox={`0 0 ${width} ${layout.height}`}
          onPointerMove={point}
          onPointerLeave={() => setDay(null)}
        >
          <Frame {...drawn} ticks={axis.ticks} />
          {day === null ? null : (
            <line x1={x(day)} x2={x(day)} y1={layout.top} y2={layout.base} stroke="var(--line2)" />
          )}
          <Lines {...drawn} />
          <EndNames {...drawn} />
          <RiskRows layout={layout} x={x} />
          <Marks {...drawn} />
        </svg>
        {day === null ? null : <CurveTooltip {...drawn} day={day} />}
      </div>
    </ChartFigure>
  );
}
