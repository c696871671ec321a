import { useCallback, useRef } from 'react';
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
import { ChartFigure } from '../figure.tsx';
import { HappeningList } from '../happenings/happening-list.tsx';
import { HappeningMarks } from '../happenings/happening-marks.tsx';
import { useHappened } from '../happenings/use-happened.ts';
import { colourOf } from '../point.ts';
import { useWidth } from '../use-width.ts';
import { words } from '../words.ts';
import svg from '../svg.module.css';
import classes from './trend.module.css';
import { bandKey, solidKey, youngKey, type TrendProps, type TrendSeries } from './trend.data.ts';
import { Annotations, Callout, EndLabels, TargetLabel } from './trend.labels.tsx';
import { ActiveRow, DenominatorBars, HitColumns, PointMarks } from './trend.marks.tsx';
import { Expected } from './trend.expected.tsx';
import { trendSummary } from './trend.table.ts';
import type { XTick } from './trend.ticks.ts';
import { TrendTooltip } from './trend.tooltip.tsx';
import { useTrend } from './use-trend.ts';

const STILL = {
  isAnimationActive: false,
  connectNulls: false,
  type: 'linear',
  activeDot: false,
  dot: false,
  legendType: 'none',
} as const;
const CURSOR = { stroke: 'var(--line2)' };

interface AxisTickProps {
  x?: number | string;
  y?: number | string;
  payload?: { value: number };
  labels: ReadonlyMap<number, XTick>;
}

function AxisTick({ x, y, payload, labels }: AxisTickProps) {
  const tick = labels.get(payload?.value ?? Number.NaN);
  return (
    <text x={x} y={y} dy={9} textAnchor="middle" className={tick?.strong ? svg.strong : undefined}>
      {tick?.label}
    </text>
  );
}

function Keys({ series }: { series: readonly TrendSeries[] }) {
  return (
    <div className={classes.keys}>
      {series.map((each) => (
        <span key={each.key}>
          <i style={{ background: colourOf(each.tone) }} />
          {each.label}
        </span>
      ))}
    </div>
  );
}

/** Bands, then young stretches, then lines: the subject is drawn last, above its comparisons. */
function lines(drawn: readonly TrendSeries[]) {
  const back = drawn.toReversed();
  return [
    ...drawn
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
      )),
    ...back.map((each) => (
      <Line
        key={youngKey(each)}
        {...STILL}
        dataKey={youngKey(each)}
        stroke={colourOf(each.tone)}
        strokeWidth={each.thin ? 1.2 : 1.6}
        strokeDasharray="2 3"
      />
    )),
    ...back.map((each) => (
      <Line
        key={solidKey(each)}
        {...STILL}
        dataKey={solidKey(each)}
        stroke={colourOf(each.tone)}
        strokeWidth={each.thin ? 1.5 : 2.2}
        strokeLinejoin="round"
        strokeLinecap={each.dashed ? 'butt' : 'round'}
        strokeDasharray={each.dashed ? '5 3.5' : undefined}
      />
    )),
  ];
}

/** A metric over time: how sure (band), against what (comparison, target), on what (bars), and what is not settled (hollow). */
export function Trend(given: TrendProps) {
  const props = useHappened(given);
  const [frame, width] = useWidth<HTMLElement>(720);
  const chart = useTrend(props, width);
  const activeBucket = useRef<string | null>(null);
  const remember = useCallback((bucket: string | null) => {
    activeBucket.current = bucket;
  }, []);
  const { format, layout, axis, drawn, shaded, named } = chart;
  const { measure, grain, target } = props;
  const [subject] = props.series;
  if (!subject) return null;
  if (drawn.every((each) => each.points.every((point) => point.value == null))) {
    return (
      <ChartFigure summary={trendSummary(props, format)} frame={frame}>
        <p className={classes.nothing} style={{ height: layout.height }}>
          {format.say(words.allTooFew)}
        </p>
      </ChartFigure>
    );
  }
  const look = [classes.chart, props.onPoint ? classes.clickable : '', layout.roomy ? '' : svg.small].join(' ');
  return (
    <ChartFigure summary={trendSummary(props, format)} frame={frame} className={look}>
      {!layout.roomy && drawn.length > 1 && <Keys series={drawn} />}
      <div role="presentation" onKeyDown={(event) => event.key === 'Enter' && chart.open(activeBucket.current)}>
        <ComposedChart width={width} height={layout.height} data={chart.rows} margin={layout.margin}>
          {shaded && (
            <ReferenceArea x1={shaded[0]} x2={shaded[1]} fill="var(--shade)" fillOpacity={1} label={chart.shadeLabel} />
          )}
          <CartesianGrid vertical={false} stroke="var(--line)" horizontalValues={axis.ticks} />
          <XAxis
            dataKey="x"
            type="number"
            domain={chart.domain}
            ticks={chart.xAt}
            interval={0}
            tickLine={false}
            axisLine={false}
            height={layout.xHeight}
            tickMargin={layout.xMargin}
            tick={<AxisTick labels={chart.xLabels} />}
          />
          <YAxis
            domain={[axis.low, axis.high]}
            ticks={axis.ticks}
            tickFormatter={(value: number) => chart.yLabels.get(value) ?? ''}
            interval={0}
            tickLine={false}
            axisLine={false}
            width={layout.yWidth}
            tickMargin={6}
          />
          {typeof target === 'number' && <ReferenceLine y={target} stroke="var(--ink2)" strokeDasharray="4 4" />}
          {lines(drawn)}
          {props.series.map((each, at) => (
            <PointMarks key={each.key} series={each} drawn={drawn[at] ?? each} />
          ))}
          {subject && <Expected series={subject} measure={measure} />}
          {props.annotations && props.annotations.length > 0 && <Annotations events={props.annotations} />}
          {named && (
            <Callout
              point={named}
              below={props.callout === 'lowest'}
              label={[format.value(named.value, measure), format.bucketShort(named.bucket, grain)]}
            />
          )}
          {typeof target === 'number' && <TargetLabel series={drawn} measure={measure} target={target} />}
          <EndLabels series={drawn} measure={measure} roomy={layout.roomy} />
          {props.denominator && (
            <DenominatorBars
              points={subject.points}
              label={layout.roomy ? props.denominator : ''}
              height={layout.barsHeight}
              gap={layout.barsGap}
              shaded={shaded}
            />
          )}
          {props.onPoint && <HitColumns points={subject.points} onOpen={chart.open} marking={props.marking} />}
          {props.happened && props.happened.length > 0 && <HappeningMarks happenings={props.happened} />}
          <ActiveRow onActive={remember} />
          <Tooltip isAnimationActive={false} cursor={CURSOR} content={<TrendTooltip chart={props} />} />
        </ComposedChart>
      </div>
      <HappeningList happenings={props.happened ?? []} />
    </ChartFigure>
  );
}
