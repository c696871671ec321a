import type { Formatter, Measure } from '../../format/index.ts';
import type { Marking, Range, Tone } from '../point.ts';
import { axisOf, type Axis } from '../scale.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { curveWords as words } from './curve.words.ts';

/** A day on which the share changed; it stays as it is until the next. */
export interface CurveStep {
  day: number;
  share: number;
  interval?: Range | null;
  atRisk: number;
}

/** A day a reader asks for by name, with the figure that a metric has for it. */
export interface CurveMark {
  day: number;
  value: number | null;
  interval?: Range | null;
  marking?: Marking;
}

export interface CurveSeries {
  key: string;
  label: string;
  tone: Tone;
  /** Everybody the curve began with. */
  customers: number;
  /** The last day on which anybody was observed; beyond it the curve ends. */
  seenDays: number;
  steps: readonly CurveStep[];
  /** Still observed on a day. */
  atRisk: readonly { day: number; customers: number }[];
  marks: readonly CurveMark[];
  /** What others are held against: a thin line without a band. */
  thin?: boolean;
}

export interface CurveProps {
  title: string;
  measure: Measure;
  /** How many days the axis has. */
  days: number;
  /** Days named below. */
  ticks: readonly number[];
  series: readonly CurveSeries[];
  /** Fewer than this still observed: dotted from there. */
  fewBelow: number;
  /** Charts beside each other share it. */
  axis?: Axis;
  height?: number;
  /** In a small one of many: no names at the ends, no numbers below. */
  small?: boolean;
  onMark?: (key: string, day: number) => void;
}

/** The share by the end of a day; null beyond what anybody has been observed. */
export function shareOn(series: CurveSeries, day: number): CurveStep | null {
  if (day > series.seenDays) return null;
  const step = series.steps.findLast((each) => each.day <= day);
  return step ?? { day: 0, share: 0, interval: null, atRisk: series.customers };
}

/** How many had not come back before a day and were still observed on it; null where that is not told. */
export function riskOn(series: CurveSeries, day: number): number | null {
  return series.atRisk.find((each) => each.day === day)?.customers ?? null;
}

export const lastDay = (series: CurveSeries, days: number): number => Math.min(series.seenDays, days);

/** The first day on which too few are known to be observed; the curve is dotted from the step before it. */
export function fewFrom(series: CurveSeries, fewBelow: number): number | null {
  const step = series.steps.find(({ atRisk }) => atRisk < fewBelow)?.day;
  const told = series.atRisk.find(({ customers }) => customers < fewBelow)?.day;
  const days = [step, told].filter((day) => day !== undefined);
  return days.length === 0 ? null : Math.min(...days);
}

/** From nothing to what the bands reach where enough are observed: a wide tail does not flatten the rest. */
export function curveAxis(series: readonly CurveSeries[], days: number, fewBelow: number): Axis {
  const reached = series.flatMap((each) =>
    each.steps
      .filter(({ day }) => day <= days)
      .flatMap(({ share, interval, atRisk }) => [share, each.thin || atRisk < fewBelow ? null : interval?.high]),
  );
  return axisOf([0, ...reached], { fromZero: true, floor: 0, ceiling: 1 });
}

/** Each group on every day that is told, in words and in raw figures. */
export function curveTable(props: CurveProps, format: Formatter): ChartTable {
  const say = (key: keyof typeof words) => format.say(words[key]);
  const columns = [
    text(say('group')),
    figure(say('day')),
    figure(say('share')),
    figure(say('low')),
    figure(say('high')),
    figure(say('observed')),
  ];
  const rows = props.series.flatMap((series) =>
    series.atRisk
      .filter(({ day }) => day <= props.days)
      .map(({ day, customers }) => {
        const step = shareOn(series, day);
        const figures = [step?.share ?? null, step?.interval?.low ?? null, step?.interval?.high ?? null];
        return {
          cells: [
            series.label,
            format.count(day),
            ...figures.map((value) => (value === null ? '' : format.exact(value, props.measure))),
            format.count(customers),
          ],
          raw: [series.label, day, ...figures, customers],
        };
      }),
  );
  return { columns, rows };
}

/** "On time, n 12,271: 12.6% by day 30, 21.7% by day 60 …" for each group. */
export function curveSummary(props: CurveProps, format: Formatter): string {
  const zh = format.lang === 'zh';
  const told = props.series.map((series) => {
    const marks = series.marks
      .filter(({ value }) => value !== null)
      .map(({ day, value }) =>
        zh
          ? `${day} 天内 ${format.value(value, props.measure)}`
          : `${format.value(value, props.measure)} by day ${day}`,
      );
    const shares = marks.length > 0 ? marks.join(zh ? '，' : ', ') : format.noValue();
    return `${series.label}${zh ? '，' : ', '}n ${format.count(series.customers)}${zh ? '：' : ': '}${shares}`;
  });
  if (told.length === 0) return `${props.title}: ${format.noValue()}`;
  return zh ? `${props.title}。${told.join('；')}。` : `${props.title}. ${told.join('; ')}.`;
}
