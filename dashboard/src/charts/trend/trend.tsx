import { useCallback, useMemo, useRef, type KeyboardEvent } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../../format/index.ts';
import { ChartFigure } from '../figure.tsx';
import { colourOf } from '../point.ts';
import { useWidth } from '../use-width.ts';
import { words } from '../words.ts';
import svg from '../svg.module.css';
import classes from './trend.module.css';
import {
  bandKey,
  calloutPoint,
  shadedSpan,
  solidKey,
  trendRows,
  xDomain,
  yAxis,
  youngKey,
  type TrendProps,
  type TrendRow,
} from './trend.data.ts';
import {
  ActiveRow,
  Annotations,
  Callout,
  DenominatorBars,
  EndLabels,
  HitColumns,
  PointMarks,
} from './trend.layers.tsx';
import { trendLayout } from './trend.layout.ts';
import { trendSummary } from './trend.table.ts';
import { TrendTooltip } from './trend.tooltip.tsx';
import { xTicks } from './trend.ticks.ts';

const STILL = {
  isAnimationActive: false,
  connectNulls: false,
  type: 'linear',
  activeDot: false,
  dot: false,
  legendType: 'none',
} as const;

function AxisTick({
  x,
  y,
  payload,
  labels,
}: {
  x?: number | string;
  y?: number | string;
  payload?: { value: number };
  labels: Map<number, { label: string; strong: boolean }>;
}) {
  const tick = labels.get(payload?.value ?? Number.NaN);
  return (
    <text x={x} y={y} dy={9} textAnchor="middle" className={tick?.strong ? svg.strong : undefined}>
      {tick?.label}
    </text>
  );
}

/** A metric over time: how sure (band), against what (comparison, target), on what (bars), and what is not settled (hollow). */
export function Trend(props: TrendProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLElement>(720);
  const activeBucket = useRef<string | null>(null);
  const { series, measure, grain, onPoint } = props;
  const subject = series[0];
  const rows = useMemo(() => trendRows(series), [series]);
  const axis = useMemo(() => yAxis(props), [props]);
  const layout = trendLayout(props, width, format);
  const ticks = useMemo(
    () => xTicks(rows, grain, width - layout.margin.left - layout.margin.right - layout.yWidth, format),
    [rows, grain, width, layout.margin.left, layout.margin.right, layout.yWidth, format],
  );
  const xLabels = useMemo(() => new Map(ticks.map((tick) => [tick.x, tick])), [ticks]);
  const yLabels = useMemo(() => format.ticks(axis.ticks, measure), [axis, format, measure]);
  const domain = useMemo(() => xDomain(rows, grain), [rows, grain]);
  const shaded = props.period ? shadedSpan(rows, props.period, grain) : null;
  const named = props.callout && subject ? calloutPoint(subject.points, props.callout) : undefined;
  const open = useCallback(
    (bucket: string | null | undefined) => {
      const point = subject?.points.find((each) => each.bucket === bucket);
      if (point && onPoint) onPoint(point);
    },
    [subject, onPoint],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') open(activeBucket.current);
  };
  if (!subject) return null;
  return (
    <ChartFigure
      summary={trendSummary(props, format)}
      frame={frame}
      className={`${classes.chart}${onPoint ? ` ${classes.clickable}` : ''}${width < 480 ? ` ${svg.small}` : ''}`}
    >
      {!layout.roomy && series.length > 1 && (
        <div className={classes.keys}>
          {series.map((each) => (
            <span key={each.key}>
              <i style={{ background: colourOf(each.tone) }} />
              {each.label}
            </span>
          ))}
        </div>
      )}
      <div onKeyDown={onKeyDown}>
        <ComposedChart width={width} height={layout.height} data={rows} margin={layout.margin}>
          {shaded && (
            <ReferenceArea
              x1={shaded[0]}
              x2={shaded[1]}
              fill="var(--shade)"
              fillOpacity={1}
              label={{ value: format.say(words.thisPeriod), position: 'insideBottomLeft', className: svg.now }}
            />
          )}
          <CartesianGrid vertical={false} stroke="var(--line)" horizontalValues={axis.ticks} />
          <XAxis
            dataKey="x"
            type="number"
            domain={domain}
            ticks={ticks.map((tick) => tick.x)}
            interval={0}
            tickLine={false}
            axisLine={false}
            height={layout.xHeight}
            tickMargin={layout.xMargin}
            tick={<AxisTick labels={xLabels} />}
          />
          <YAxis
            domain={[axis.low, axis.high]}
            ticks={axis.ticks}
            tickFormatter={(value: number) => yLabels.get(value) ?? ''}
            interval={0}
            tickLine={false}
            axisLine={false}
            width={layout.yWidth}
            tickMargin={6}
          />
          {typeof props.target === 'number' && (
            <ReferenceLine
              y={props.target}
              stroke="var(--ink2)"
              strokeDasharray="4 4"
              label={
                layout.roomy
                  ? undefined
                  : {
                      value: `${format.say(words.target)} ${format.value(props.target, measure)}`,
                      position: 'insideBottomLeft',
                      className: svg.halo,
                      offset: 4,
                    }
              }
            />
          )}
          {series
            .filter((each) => each.band)
            .map((each) => (
              <Area
                key={bandKey(each)}
                {...STILL}
                dataKey={bandKey(each)}
                stroke="none"
                fill={colourOf(each.tone)}
                fillOpacity={0.15}
                tooltipType="none"
              />
            ))}
          {series.toReversed().map((each) => (
            <Line
              key={solidKey(each)}
              {...STILL}
              dataKey={solidKey(each)}
              stroke={colourOf(each.tone)}
              strokeWidth={each.thin ? 1.5 : 2.2}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          ))}
          {series.toReversed().map((each) => (
            <Line
              key={youngKey(each)}
              {...STILL}
              dataKey={youngKey(each)}
              stroke={colourOf(each.tone)}
              strokeWidth={each.thin ? 1.2 : 1.6}
              strokeDasharray="2 3"
            />
          ))}
          {series.map((each) => (
            <PointMarks key={each.key} series={each} />
          ))}
          {props.annotations && props.annotations.length > 0 && <Annotations events={props.annotations} />}
          {named && (
            <Callout
              point={named}
              below={props.callout === 'lowest'}
              label={[format.value(named.value, measure), format.bucketShort(named.bucket, grain)]}
            />
          )}
          <EndLabels series={series} measure={measure} target={props.target} roomy={layout.roomy} />
          {props.denominator && (
            <DenominatorBars
              points={subject.points}
              label={layout.roomy ? props.denominator : ''}
              height={layout.barsHeight}
              gap={layout.barsGap}
              shaded={shaded}
            />
          )}
          {onPoint && <HitColumns points={subject.points} onOpen={open} marking={props.marking} />}
          <ActiveRow into={activeBucket} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--line2)' }}
            content={({ active, payload }) => (
              <TrendTooltip
                chart={props}
                active={active}
                bucket={(payload[0]?.payload as TrendRow | undefined)?.bucket}
              />
            )}
          />
        </ComposedChart>
      </div>
    </ChartFigure>
  );
}
