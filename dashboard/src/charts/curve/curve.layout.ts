import type { Formatter } from '../../format/index.ts';
import { textWidth } from '../text-width.ts';
import { lastDay, shareOn, type CurveProps, type CurveSeries } from './curve.data.ts';

export interface CurveLayout {
  width: number;
  height: number;
  top: number;
  left: number;
  right: number;
  /** Where nothing is: the axis. */
  base: number;
  /** Wide enough for the names of the curves beside them. */
  roomy: boolean;
  /** Days named below, as many as have room. */
  ticks: number[];
  /** Days with numbers below, those of the label's own room left out. */
  riskAt: number[];
  risks: readonly CurveSeries[];
}

const TOP = 14;
const LEFT = 36;
const TICK_ROW = 18;
const AXIS_ROW = 15;
const RISK_ROW = 15;

/** Those that stand far enough from the one before; the first always does, and the last when there is a choice. */
function apart(days: readonly number[], room: number, x: (day: number) => number): number[] {
  const kept: number[] = [];
  for (const day of days.toReversed()) {
    const next = kept.at(-1);
    if (next === undefined || x(next) - x(day) >= room) kept.push(day);
  }
  return kept.toReversed();
}

export const endLabel = (series: CurveSeries, props: CurveProps, format: Formatter): string => {
  const end = shareOn(series, lastDay(series, props.days));
  return `${series.label} ${format.value(end?.share ?? null, props.measure)}`;
};

export const endNote = (series: CurveSeries, props: CurveProps, format: Formatter): string => {
  const end = shareOn(series, lastDay(series, props.days));
  const sample = `n ${format.count(series.customers)}`;
  return end?.interval ? `${format.interval(end.interval, props.measure)}, ${sample}` : sample;
};

/** Only the curves with a band are counted below: what others are held against has its own chart. */
const counted = (props: CurveProps): CurveSeries[] =>
  props.small ? [] : props.series.filter((series) => !series.thin && series.atRisk.length > 0);

export function curveLayout(props: CurveProps, width: number, riskLabel: string, format: Formatter): CurveLayout {
  const roomy = !props.small && width >= 480;
  const names = props.series.flatMap((series) => [endLabel(series, props, format), endNote(series, props, format)]);
  const named = Math.ceil(Math.max(0, ...names.map((name) => textWidth(name)))) + 14;
  const right = width - (roomy ? named : props.small ? 8 : 14);
  const risks = counted(props);
  const plot = props.height ?? (roomy ? 230 : 180);
  const base = TOP + plot;
  const x = (day: number): number => LEFT + (day / props.days) * (right - LEFT);
  const ticks = apart(props.ticks, props.small ? 24 : 22, x);
  const labelEnd = roomy ? LEFT + textWidth(riskLabel) + 22 : LEFT;
  const riskAt = apart(
    props.ticks.filter((day) => (roomy ? x(day) > labelEnd + 8 : day > 0)),
    46,
    x,
  );
  const rows = risks.length === 0 ? 0 : risks.length * RISK_ROW + (roomy ? 10 : 26);
  const height = base + TICK_ROW + (props.small ? 0 : AXIS_ROW) + rows;
  return { width, height, top: TOP, left: LEFT, right, base, roomy, ticks, riskAt, risks };
}

/** The line of the numbers of one curve, below the axis. */
export const riskLine = (layout: CurveLayout, at: number): number =>
  layout.base + TICK_ROW + AXIS_ROW + (layout.roomy ? 16 : 32) + at * RISK_ROW;
