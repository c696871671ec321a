import { useFormat, type Measure } from '../../format/index.ts';
import { colourOf, isYoung, type ChartPoint } from '../point.ts';
import { spread } from '../scale.ts';
import { textWidth } from '../text-width.ts';
import { words } from '../words.ts';
import svg from '../svg.module.css';
import { lastKnown, type Annotation, type TrendSeries } from './trend.data.ts';
import { emptiestStretch, stagger } from './trend.ticks.ts';
import { useScales } from './use-scales.ts';

/** Events on top of the plot; a span is tinted, its label never runs into the next. */
export function Annotations({ events }: { events: readonly Annotation[] }) {
  const scales = useScales();
  if (!scales) return null;
  const { x, area } = scales;
  const levels = stagger(events.map((event) => ({ from: x(event.from), width: textWidth(event.label) })));
  return (
    <g>
      {events.map((event, at) => {
        const y = area.y - 12 - 15 * (levels[at] ?? 0);
        const from = x(event.from);
        return (
          <g key={event.from + event.label}>
            {event.to && (
              <rect
                x={from}
                y={area.y}
                width={Math.max(2, x(event.to) - from)}
                height={area.height}
                fill="var(--warn)"
                opacity={0.13}
              />
            )}
            <line x1={from} x2={from} y1={y - 8} y2={area.y + area.height} stroke="var(--line2)" />
            <circle cx={from} cy={area.y + area.height} r={2.6} fill="var(--ink2)" />
            <text className={svg.middle} x={from + 4} y={y}>
              {event.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The value and name of each line at its end, moved apart; the names go where there is no room for them. */
export function EndLabels({
  series,
  measure,
  roomy,
}: {
  series: readonly TrendSeries[];
  measure: Measure;
  roomy: boolean;
}) {
  const scales = useScales();
  const format = useFormat();
  if (!scales) return null;
  const { x, y, area } = scales;
  const ends = series.flatMap((each) => {
    const point = lastKnown(each.points);
    return point ? [{ each, point }] : [];
  });
  const gap = roomy ? 38 : 15;
  const places = spread(
    ends.map(({ point }) => y(point.value ?? 0)),
    gap,
    { low: area.y + 2, high: area.y + area.height - (roomy ? 14 : 0) },
  );
  return (
    <g aria-hidden>
      {ends.map(({ each, point }, at) => {
        const place = places[at] ?? area.y;
        const left = area.x + area.width + 12;
        return (
          <g key={each.key}>
            {!isYoung(point) && (
              <circle
                cx={x(point.bucket)}
                cy={y(point.value as number)}
                r={each.thin ? 2.4 : 3.6}
                fill={colourOf(each.tone)}
              />
            )}
            <text
              x={left}
              y={place + 4}
              style={{ fill: each.tone === 'then' ? 'var(--ink2)' : colourOf(each.tone), fontWeight: 600 }}
            >
              {format.value(point.value, measure)}
            </text>
            {roomy && (
              <text x={left} y={place + 18}>
                {each.label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** "target 95%" on its line, where the data leave most room for it. */
export function TargetLabel({
  series,
  measure,
  target,
}: {
  series: readonly TrendSeries[];
  measure: Measure;
  target: number;
}) {
  const scales = useScales();
  const format = useFormat();
  if (!scales) return null;
  const { x, y, area } = scales;
  const label = `${format.say(words.target)} ${format.trimmed(target, measure)}`;
  const drawn = series.flatMap((each) =>
    each.points.flatMap((point) =>
      typeof point.value === 'number' ? [{ x: x(point.bucket), y: y(point.value) }] : [],
    ),
  );
  const left = emptiestStretch(
    drawn,
    { from: area.x + 4, to: area.x + area.width - 4 },
    textWidth(label),
    y(target) - 8,
  );
  return (
    <text className={svg.halo} x={left} y={y(target) - 5} aria-hidden>
      {label}
    </text>
  );
}

/** The one settled point worth a name, its label on the side where the plot has room. */
export function Callout({ point, label, below }: { point: ChartPoint; label: [string, string]; below: boolean }) {
  const scales = useScales();
  if (!scales || typeof point.value !== 'number') return null;
  const { x, y, area } = scales;
  const [at, level] = [x(point.bucket), y(point.value)];
  const left = at - area.x > 110;
  const base = below ? Math.min(level + 4, area.y + area.height - 18) : Math.max(level - 8, area.y + 12);
  const anchor = left ? 'end' : 'start';
  const textX = left ? at - 9 : at + 9;
  return (
    <g aria-hidden>
      <circle cx={at} cy={level} r={3.6} fill="var(--now)" />
      <text className={`${svg.strong} ${svg.halo}`} x={textX} y={base} textAnchor={anchor}>
        {label[0]}
      </text>
      <text className={svg.halo} x={textX} y={base + 14} textAnchor={anchor}>
        {label[1]}
      </text>
    </g>
  );
}
