import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, type Lang, type MetricAnswer, type MetricPoint } from '../metric/types.ts';
import { difference } from './difference.ts';
import { sentences, settled, type PageAnswer } from './sentence.ts';
import { standout } from './standout.ts';

export interface RepurchaseFacts {
  totals: MetricAnswer;
  /** REPURCHASE_RATE_90D by LATE of the first order; absent where the API cannot say. */
  byLate: MetricAnswer | undefined;
  /** REPURCHASE_RATE_90D by month of the first order. */
  cohorts: MetricAnswer | undefined;
}

const RATE = { unit: 'PERCENT', decimals: 2 } as const;
const HEADLINE = 'REPEAT_PURCHASE_DAYS_RATE';
const WINDOW = 'REPURCHASE_RATE_90D';

/** How many come back on another day, then what a late first parcel goes with, else how the cohorts move. */
export function answerRepurchase({ totals, byLate, cohorts }: RepurchaseFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  const late = byLate ? lateText(byLate, format) : null;
  const trend = cohorts ? cohortText(cohorts, format) : null;
  const best = cohorts ? bestText(totals, cohorts, format) : null;
  return { lead: leadOf(totals, format), rest: sentences([late ?? trend ?? windowText(totals, format), best], format) };
}

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const point = seriesOf(totals, HEADLINE)?.points[0];
  if (!point || point.value == null)
    return format.say({ en: 'No customer ordered in this selection.', zh: '所选范围内没有下单顾客。' });
  if (point.status === 'TOO_FEW') {
    return format.say({
      en: `Only ${format.count(point.sample)} customers: too few to rate.`,
      zh: `顾客仅 ${format.count(point.sample)} 人，不足以评级。`,
    });
  }
  const value = format.value(point.value, RATE);
  return format.say({ en: `${value} of customers come back on another day.`, zh: `${value} 的顾客会在另一天再来。` });
}

function windowText(totals: MetricAnswer, format: Formatter): string | null {
  const point = seriesOf(totals, WINDOW)?.points[0];
  if (!point || point.value == null) {
    return format.say({ en: 'Nobody has been observed for 90 days yet.', zh: '尚无顾客观察满 90 天。' });
  }
  if (point.status === 'TOO_FEW') return null;
  const value = format.value(point.value, RATE);
  return format.say({ en: `Within 90 days of the first order ${value} do.`, zh: `首单后 90 天内为 ${value}。` });
}

function lateText(byLate: MetricAnswer, format: Formatter): string | null {
  const [late, onTime] = [seriesOf(byLate, WINDOW, 'late')?.points[0], seriesOf(byLate, WINDOW, 'on_time')?.points[0]];
  const apart = difference(late, onTime);
  if (!apart || late?.status === 'TOO_FEW' || onTime?.status === 'TOO_FEW') return null;
  const [after, against] = [format.value(late?.value, RATE), format.value(onTime?.value, RATE)];
  if (!apart.significant) {
    return format.say({
      en: `Whether a late first parcel costs a second order cannot be told yet: ${after} come back within 90 days, against ${against} after one on time.`,
      zh: `首个包裹晚到是否减少复购，尚无法判断：90 天内 ${after}，准时为 ${against}。`,
    });
  }
  const fewer = apart.value < 0;
  return format.say({
    en: `After a late first parcel ${fewer ? 'fewer' : 'more'} do: ${after} within 90 days, against ${against} after one on time.`,
    zh: `首个包裹晚到后更${fewer ? '少' : '多'}：90 天内 ${after}，准时为 ${against}。`,
  });
}

/** Fewer cohorts than these, and the map beside says it all. */
const FEWEST_COHORTS = 6;

/** Which month's new customers come back most; picked out of many, they must lie further apart than one cohort alone. */
function bestText(totals: MetricAnswer, cohorts: MetricAnswer, format: Formatter): string | null {
  const points = seriesOf(cohorts, WINDOW)?.points.filter(settled) ?? [];
  const best = standout(points, (point) => point, seriesOf(totals, WINDOW)?.points[0]?.value, 'highest');
  if (!best || best.many < FEWEST_COHORTS) return null;
  if (!best.apart)
    return format.say({
      en: `None of ${best.many} cohorts stands out from the others.`,
      zh: `${best.many} 批顾客中没有哪一批明显更好。`,
    });
  const [month, n] = [format.month(best.point.bucket), format.count(best.point.sample)];
  const share = format.value(best.point.value, RATE);
  return format.say({
    en: `Best are those of ${month}: ${share} of ${n} come back within 90 days.`,
    zh: `最好的是${month}首购的 ${n} 位：90 天内复购 ${share}。`,
  });
}

/** The youngest whole cohort that has been observed for 90 days, against the one a year or as long before as there is. */
function cohortText(cohorts: MetricAnswer, format: Formatter): string | null {
  const points = seriesOf(cohorts, WINDOW)?.points.filter(settled) ?? [];
  const last = points.at(-1);
  const before: MetricPoint | undefined =
    points.findLast(
      (point) => last !== undefined && point.bucket.slice(5) === last.bucket.slice(5) && point !== last,
    ) ?? points[0];
  const apart = last && before && before !== last ? difference(last, before) : null;
  if (!last || !before || !apart) return null;
  const [now, then] = [format.value(last.value, RATE), format.value(before.value, RATE)];
  const [nowAt, thenAt] = [format.month(last.bucket), format.month(before.bucket)];
  if (!apart.significant) {
    return format.say({
      en: `No change can be told between cohorts: ${now} of ${nowAt} came back within 90 days, ${then} of ${thenAt}.`,
      zh: `各月顾客之间看不出变化：${nowAt}首购者 90 天内复购 ${now}，${thenAt}为 ${then}。`,
    });
  }
  const up = apart.value > 0;
  return format.say({
    en: `Newer customers come back ${up ? 'more' : 'less'}: ${now} of ${nowAt} within 90 days, ${then} of ${thenAt}.`,
    zh: `新顾客复购${up ? '更多' : '更少'}：${nowAt}首购者 90 天内 ${now}，${thenAt}为 ${then}。`,
  });
}
