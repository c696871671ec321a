import type { KeyboardEvent } from 'react';
import { useFormat } from '../../format/index.ts';
import { colourOf } from '../point.ts';
import { linear, spread } from '../scale.ts';
import svg from '../svg.module.css';
import { lastDay, riskOn, shareOn, type CurveMark, type CurveProps, type CurveSeries } from './curve.data.ts';
import { endLabel, endNote, riskLine, type CurveLayout } from './curve.layout.ts';
import type { Scale } from './curve.geometry.ts';
import { curveWords as words } from './curve.words.ts';
import classes from './curve.module.css';

export interface Drawn {
  props: CurveProps;
  layout: CurveLayout;
  x: Scale;
  y: Scale;
}

const MARK_LABEL = 42;

/** Above the upper curve and below the lower one, so that two labels of one day never meet. */
function isUpper(series: CurveSeries, mark: CurveMark, all: readonly CurveSeries[]): boolean {
  const others = all.filter((each) => each !== series && !each.thin);
  return others.every((each) => (shareOn(each, mark.day)?.share ?? 0) <= (mark.value ?? 0));
}

/** The days by name: a dot with its figure, hollow where too few are still observed; opens what the figure means. */
export function Marks({ props, layout, x, y }: Drawn) {
  const format = useFormat();
  const drawn = props.series.filter((series) => !series.thin);
  return drawn.flatMap((series) =>
    series.marks.map((mark, at) => {
      if (mark.value === null) return null;
      const hollow = (riskOn(series, mark.day) ?? 0) < props.fewBelow;
      const labelled = at === series.marks.length - 1 || (!props.small && x(mark.day) - x(mark.day - 30) >= MARK_LABEL);
      const upper = isUpper(series, mark, drawn);
      const open = props.onMark && (() => props.onMark?.(series.key, mark.day));
      const says = `${series.label}, ${format.lang === 'zh' ? `${mark.day} 天` : `day ${mark.day}`}: ${format.value(mark.value, props.measure)} (${format.interval(mark.interval, props.measure)})`;
      const opens = open && {
        role: 'button',
        tabIndex: 0,
        className: svg.link,
        onClick: open,
        onKeyDown: (event: KeyboardEvent) => event.key === 'Enter' && open(),
      };
      return (
        <g
          key={`${series.key} ${mark.day}`}
          role="img"
          {...opens}
          {...mark.marking}
          data-testid="point"
          aria-label={says}
        >
          <circle cx={x(mark.day)} cy={y(mark.value)} r={11} fill="transparent" />
          <circle
            cx={x(mark.day)}
            cy={y(mark.value)}
            r={3.6}
            fill={hollow ? 'var(--surface)' : colourOf(series.tone)}
            stroke={colourOf(series.tone)}
            strokeWidth={1.6}
          />
          {labelled && (
            <text
              x={x(mark.day)}
              y={y(mark.value) + (upper ? -9 : 19)}
              textAnchor="middle"
              className={`${svg.halo} ${layout.roomy ? svg.strong : svg.middle}`}
            >
              {format.value(mark.value, props.measure)}
            </text>
          )}
        </g>
      );
    }),
  );
}

/** Which curve is which, where it ends, and on how many it rests. */
export function EndNames({ props, layout, x, y }: Drawn) {
  const format = useFormat();
  if (!layout.roomy) return null;
  const ends = props.series.map((series) => y(shareOn(series, lastDay(series, props.days))?.share ?? 0));
  const placed = spread(ends, 32, { low: layout.top + 6, high: layout.base - 14 });
  return props.series.map((series, at) => (
    <g key={series.key}>
      <circle
        cx={x(lastDay(series, props.days))}
        cy={ends[at]}
        r={series.thin ? 2.4 : 3.2}
        fill={colourOf(series.tone)}
      />
      <text x={layout.right + 9} y={(placed[at] ?? 0) + 4} fill={colourOf(series.tone)} className={classes.name}>
        <tspan style={{ fill: colourOf(series.tone) }}>{endLabel(series, props, format)}</tspan>
      </text>
      <text x={layout.right + 9} y={(placed[at] ?? 0) + 18}>
        {endNote(series, props, format)}
      </text>
    </g>
  ));
}

/** How many are still observed on a day: what the curve rests on there. */
export function RiskRows({ layout, x }: Pick<Drawn, 'layout' | 'x'>) {
  const format = useFormat();
  if (layout.risks.length === 0) return null;
  return (
    <g>
      <line
        x1={layout.left}
        x2={layout.right}
        y1={riskLine(layout, 0) - (layout.roomy ? 13 : 29)}
        y2={riskLine(layout, 0) - (layout.roomy ? 13 : 29)}
        stroke="var(--line)"
      />
      <text x={layout.left} y={riskLine(layout, 0) - (layout.roomy ? 0 : 15)}>
        {format.say(words.observed)}
      </text>
      {layout.risks.map((series, at) =>
        layout.riskAt.map((day) => {
          const customers = riskOn(series, day);
          return customers === null ? null : (
            <text key={`${series.key} ${day}`} x={x(day)} y={riskLine(layout, at)} textAnchor="middle">
              <tspan style={{ fill: colourOf(series.tone), fontWeight: 550 }}>{format.count(customers)}</tspan>
            </text>
          );
        }),
      )}
    </g>
  );
}

interface HoverProps extends Drawn {
  day: number;
}

/** Every curve on the day under the pointer. */
export function CurveTooltip({ props, layout, x, day }: Omit<HoverProps, 'y'>) {
  const format = useFormat();
  const share = linear({ low: layout.left, high: layout.right }, { low: 0, high: 100 });
  const side = share(x(day)) > 55 ? { right: layout.width - x(day) + 12 } : { left: x(day) + 12 };
  return (
    <div className={classes.tooltip} style={{ top: layout.top, ...side }}>
      <b>{format.lang === 'zh' ? `第 ${day} 天` : `Day ${day}`}</b>
      {props.series.map((series) => {
        const step = shareOn(series, day);
        return (
          <div key={series.key}>
            <i style={{ background: colourOf(series.tone) }} />
            <span>{series.label}</span>
            <b>{format.value(step?.share ?? null, props.measure)}</b>
            {step?.interval ? (
              <small>{`${format.say(words.interval)} ${format.interval(step.interval, props.measure)} · ${format.say(words.observed)} ${format.count(step.atRisk)}`}</small>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
