import type { Formatter } from '../../format/index.ts';
import { namesIn } from '../happenings/happening.ts';
import { isYoung, type ChartPoint } from '../point.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { words } from '../words.ts';
import { calloutPoint, expected, lastKnown, type TrendProps } from './trend.data.ts';

const stateOf = (point: ChartPoint, format: Formatter): string => {
  if (point.partial) return format.say(words.bucketNotOver);
  return point.mature ? '' : format.say(words.maturing);
};

/** Every point of every series in words and in raw figures. */
export function trendTable(props: TrendProps, format: Formatter): ChartTable {
  const [subject, ...others] = props.series;
  if (!subject) return { columns: [], rows: [] };
  const ends = subject.points.some((point) => expected(point, props.measure));
  const happened = props.happened ?? [];
  const columns = [
    text(format.say(words.bucket)),
    figure(subject.label),
    figure(format.say(words.low)),
    figure(format.say(words.high)),
    figure(format.say(words.sample)),
    text(format.say(words.state)),
    ...(ends ? [words.completed, words.completedLow, words.completedHigh].map((word) => figure(format.say(word))) : []),
    ...others.map((series) => figure(series.label)),
    ...(happened.length > 0 ? [text(format.say(words.marked))] : []),
  ];
  const rows = subject.points.map((point) => {
    const beside = others.map((series) => series.points.find(({ bucket }) => bucket === point.bucket)?.value ?? null);
    const { low = null, high = null } = point.interval ?? {};
    const figures = [point.value ?? null, low, high];
    const end = expected(point, props.measure);
    const marked = happened.length > 0 ? [namesIn(happened, point)] : [];
    const endings = ends ? [end?.value ?? null, end?.low ?? null, end?.high ?? null] : [];
    return {
      cells: [
        format.bucket(point.bucket, props.grain),
        ...figures.map((value) => format.exact(value, props.measure)),
        format.count(point.sample),
        stateOf(point, format),
        ...endings.map((value) => (value === null ? '' : format.exact(value, props.measure))),
        ...beside.map((value) => format.exact(value, props.measure)),
        ...marked,
      ],
      raw: [
        point.bucket,
        ...figures,
        point.sample,
        isYoung(point) ? 'young' : 'settled',
        ...endings,
        ...beside,
        ...marked,
      ],
    };
  });
  return { columns, rows };
}

/** "Promises kept: 96.2% in Aug 2018; lowest 73.8% in week of 26 Mar; target 95.0%." */
export function trendSummary(props: TrendProps, format: Formatter): string {
  const subject = props.series[0];
  const last = subject && lastKnown(subject.points);
  if (!subject || !last) return `${props.title}: ${format.noValue()}`;
  const at = (point: ChartPoint): string =>
    `${format.value(point.value, props.measure)}, ${format.bucket(point.bucket, props.grain)}`;
  const [lowest, highest] = [calloutPoint(subject.points, 'lowest'), calloutPoint(subject.points, 'highest')];
  const pieces = [`${subject.label} ${at(last)}`];
  if (lowest) pieces.push(`${format.lang === 'zh' ? '最低' : 'lowest'} ${at(lowest)}`);
  if (highest) pieces.push(`${format.lang === 'zh' ? '最高' : 'highest'} ${at(highest)}`);
  if (props.target !== null && props.target !== undefined)
    pieces.push(`${format.say(words.target)} ${format.trimmed(props.target, props.measure)}`);
  return format.lang === 'zh' ? `${props.title}：${pieces.join('；')}。` : `${props.title}: ${pieces.join('; ')}.`;
}
