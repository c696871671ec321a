import type { Formatter } from '../../format/index.ts';
import { textWidth } from '../text-width.ts';
import { words } from '../words.ts';
import { lastKnown, type TrendProps } from './trend.data.ts';

export interface TrendLayout {
  height: number;
  margin: { top: number; right: number; bottom: number; left: number };
  yWidth: number;
  xHeight: number;
  xMargin: number;
  barsHeight: number;
  barsGap: number;
  /** Wide enough for the names of the lines beside them. */
  roomy: boolean;
}

/** The topmost tick carries the unit, on one line. */
const Y_WIDTH: Partial<Record<TrendProps['measure']['unit'], number>> = {
  MONEY: 58,
  DAYS: 46,
  PER_10K: 76,
  HOURS: 54,
  MINUTES: 58,
  SECONDS: 54,
};

const LABELS_GAP = 14;
const MARKS = 16;
/** On a phone stacked charts write only values: this holds six digits, so that both plots end at the same x. */
const STACKED_LEAST = 56;

/** Room for the labels at the lines' ends is measured, so that none is cut and none is wasted. */
function rightMargin(props: TrendProps, roomy: boolean, format: Formatter): number {
  const ends = props.series.map((series) => format.value(lastKnown(series.points)?.value ?? null, props.measure));
  const most = Math.max(0, ...(props.series[0]?.points ?? []).map((point) => point.sample));
  const tallest = props.denominator ? [`${format.say(words.top)} ${format.count(most)}`] : [];
  const below = props.denominator ? [props.denominator] : [];
  const beside = props.beside ?? [];
  const told = roomy ? [...ends, ...props.series.map((series) => series.label), ...below, ...beside] : ends;
  const needed = Math.ceil(Math.max(...[...told, ...tallest].map((label) => textWidth(label)))) + LABELS_GAP + 4;
  return props.beside ? Math.max(needed, STACKED_LEAST) : needed;
}

export function trendLayout(props: TrendProps, width: number, format: Formatter): TrendLayout {
  const roomy = width >= 480;
  const plot = props.height ?? (roomy ? 216 : 168);
  const barsHeight = props.denominator ? (roomy ? 28 : 20) : 0;
  const barsGap = props.denominator ? 20 : 0;
  const annotations = props.annotations?.length ? 34 : 0;
  // Marks of what happened stand between the plot and its bars; without bars they have room of their own.
  const marks = props.denominator ? 0 : MARKS;
  const xMargin = barsHeight + barsGap + marks + 6;
  const xHeight = xMargin + 16;
  return {
    height: plot + annotations + xHeight + 10,
    margin: { top: 10 + annotations, right: rightMargin(props, roomy, format), bottom: 0, left: 0 },
    yWidth: Y_WIDTH[props.measure.unit] ?? 38,
    xHeight,
    xMargin,
    barsHeight,
    barsGap,
    roomy,
  };
}
