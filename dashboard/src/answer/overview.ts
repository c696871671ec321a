import { formatter, type Formatter } from '../format/index.ts';
import type { Change } from '../metric/change.ts';
import { seriesOf, type Lang, type MetricAnswer, type MetricPoint, type Period } from '../metric/types.ts';
import { changeSentence } from './change-sentence.ts';
import { difference } from './difference.ts';
import { sentences, settled, type PageAnswer } from './sentence.ts';
import { mainComparison, movement } from './verdict.ts';

export interface OverviewFacts {
  totals: MetricAnswer;
  history: MetricAnswer | undefined;
  changes: readonly Change[];
  period: Period;
}

const PROMISE = 'PROMISE_KEPT_RATE';
/** A month's move below a point is not worth the headline, however sure. */
const WORTH_SAYING = 0.01;
/** Days at the median closer than this read as the same. */
const SAME_DAYS = 0.6;

/** How promises were kept, then the last month's turn and what went with it, else the strongest other change. */
export function answerOverview({ totals, history, changes, period }: OverviewFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  const lead = leadOf(totals, format);
  const turn = history ? monthTurn(history, period, format) : null;
  return { lead, rest: turn ?? otherChange(changes, format) };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const kept = seriesOf(totals, PROMISE);
  const point = kept?.points[0];
  if (!kept || !point || point.value == null) return ordersLead(totals, format);
  if (point.status === 'TOO_FEW') {
    const due = format.count(point.sample);
    return format.say({
      en: `Only ${due} orders were due: too few to rate.`,
      zh: `应达订单仅 ${due} 单，不足以评级。`,
    });
  }
  const value = format.value(point.value, kept.metric);
  const moved = movement(kept.metric, mainComparison(point), format);
  return format.say({ en: `${value} of promises kept${moved}.`, zh: `应达达成率 ${value}${moved}。` });
}

function ordersLead(totals: MetricAnswer, format: Formatter): string {
  const orders = seriesOf(totals, 'ORDERS');
  const point = orders?.points[0];
  if (!orders || !point || !point.value)
    return format.say({ en: 'No orders in this selection.', zh: '所选范围内没有订单。' });
  const value = format.value(point.value, orders.metric);
  const moved = movement(orders.metric, mainComparison(point), format);
  return format.say({ en: `${value} orders${moved}; none was due yet.`, zh: `订单 ${value}${moved}，均未到承诺日。` });
}

interface Months {
  last: MetricPoint;
  before: MetricPoint;
}

/** The last two whole months up to the period's end. */
function lastMonths(history: MetricAnswer, metric: string, period: Period): Months | null {
  const points =
    seriesOf(history, metric)?.points.filter((point) => point.bucketEnd <= period.to && settled(point)) ?? [];
  const [before, last] = points.slice(-2);
  return last && before && last.bucket >= period.from ? { last, before } : null;
}

const daysAt = (history: MetricAnswer, metric: string, bucket: string): number | null =>
  seriesOf(history, metric)?.points.find((point) => point.bucket === bucket)?.value ?? null;

function monthTurn(history: MetricAnswer, period: Period, format: Formatter): string | null {
  const months = lastMonths(history, PROMISE, period);
  const head = seriesOf(history, PROMISE)?.metric;
  const moved = difference(months?.last, months?.before);
  if (!months || !head || !moved?.significant || Math.abs(moved.value) < WORTH_SAYING) return null;
  const month = format.monthName(months.last.bucket);
  const value = format.value(months.last.value, head);
  const verb = moved.value < 0 ? { en: 'slipped to', zh: '回落到' } : { en: 'rose to', zh: '回升到' };
  const cause = causeOf(history, months, moved.value < 0, format);
  return format.say({
    en: `${month} ${verb.en} ${value}${cause ? `: ${cause}` : ''}.`,
    zh: `${month}${verb.zh} ${value}${cause ? `：${cause}` : ''}。`,
  });
}

interface DaysMoved {
  then: number;
  now: number;
}

function daysMoved(history: MetricAnswer, metric: string, { last, before }: Months): DaysMoved | null {
  const [now, then] = [daysAt(history, metric, last.bucket), daysAt(history, metric, before.bucket)];
  return now === null || then === null ? null : { now, then };
}

/** Two things go with a broken promise: slower parcels, or a shorter promise. Each is named only as the days say. */
function causeOf(history: MetricAnswer, months: Months, fell: boolean, format: Formatter): string | null {
  const parcel = daysMoved(history, 'DELIVERY_DAYS_P50', months);
  const promise = daysMoved(history, 'PROMISED_DAYS_P50', months);
  if (!parcel || !promise) return null;
  const slower = (parcel.now - parcel.then) * (fell ? 1 : -1) >= SAME_DAYS;
  const shorter = (promise.then - promise.now) * (fell ? 1 : -1) >= SAME_DAYS;
  if (slower && shorter) {
    const [pace, cut] = [paceText(parcel, fell, format), promiseText(promise, fell, format)];
    return format.say({ en: `${pace}, and ${cut}`, zh: `${pace}，且${cut}` });
  }
  if (slower) return paceText(parcel, fell, format);
  if (!shorter) return null;
  const cut = promiseText(promise, fell, format);
  return fell
    ? format.say({ en: `parcels were no slower, ${cut}`, zh: `包裹没有变慢，是${cut}` })
    : format.say({ en: `parcels were no faster, ${cut}`, zh: `包裹没有变快，是${cut}` });
}

function promiseText({ then, now }: DaysMoved, fell: boolean, format: Formatter): string {
  const whole = { unit: 'DAYS', decimals: 0 } as const;
  const [from, to] = [format.bare(then, whole), format.value(now, whole)];
  return fell
    ? format.say({ en: `the promise was cut from ${from} to ${to}`, zh: `承诺从 ${from} 天缩短到 ${to}` })
    : format.say({ en: `the promise grew from ${from} to ${to}`, zh: `承诺从 ${from} 天放宽到 ${to}` });
}

function paceText({ then, now }: DaysMoved, fell: boolean, format: Formatter): string {
  const tenths = { unit: 'DAYS', decimals: 1 } as const;
  const [from, to] = [format.bare(then, tenths), format.value(now, tenths)];
  return fell
    ? format.say({ en: `parcels took ${to} instead of ${from}`, zh: `送达从 ${from} 天延长到 ${to}` })
    : format.say({ en: `parcels took ${to}, down from ${from}`, zh: `送达从 ${from} 天缩短到 ${to}` });
}

function otherChange(changes: readonly Change[], format: Formatter): string | null {
  const strongest = changes.find((change) => !change.noise && change.metric.id !== PROMISE);
  if (!strongest) {
    return changes.length === 0
      ? null
      : format.say({ en: 'Nothing else moved beyond noise.', zh: '其余指标的变化都在噪声之内。' });
  }
  const { title, text } = changeSentence(strongest, format.lang);
  return sentences(
    [`${title}${format.lang === 'zh' ? '。' : '.'}`, strongest.contributions.length > 0 ? text : null],
    format,
  );
}
