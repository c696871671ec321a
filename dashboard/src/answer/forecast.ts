import { formatter, type Formatter } from '../format/index.ts';
import type { Lang, LocalizedText } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';

interface Ranged {
  expected: number;
  low: number;
  high: number;
}

export interface ForecastFacts {
  event: { label: LocalizedText; day: string };
  daysAhead: number;
  measures: readonly { measure: string; total?: Ranged | null; peak?: (Ranged & { day: string }) | null }[];
  staffing: { agents?: number | null; agentsHigh?: number | null; usualAgents: number };
  carriers: readonly { carrier: { label: LocalizedText }; short?: number | null }[];
  backtests: readonly { inside: boolean }[];
}

const about = (value: number, format: Formatter): string => format.count(Math.round(value));

/** What the next peak brings, what desk and carriers then lack, and how often the method was right. */
export function answerForecast(facts: ForecastFacts | null, lang: Lang): PageAnswer {
  const format = formatter(lang);
  if (!facts) return { lead: format.say({ en: 'No peak lies ahead.', zh: '前方没有大促或节日高峰。' }), rest: null };
  return {
    lead: leadOf(facts, format),
    rest: sentences([deskText(facts, format), carrierText(facts, format), triedText(facts, format)], format),
  };
}

function leadOf({ event, daysAhead, measures }: ForecastFacts, format: Formatter): string {
  const orders = measures.find(({ measure }) => measure === 'ORDERS');
  const [name, day, away] = [format.say(event.label), format.day(event.day), format.count(daysAhead)];
  if (!orders?.total || !orders.peak)
    return format.say({
      en: `${name} (${day}) is ${away} days away; no earlier one is known whole, so nothing can be forecast yet.`,
      zh: `距${name}（${day}）还有 ${away} 天；尚无完整的往届数据，暂无法预测。`,
    });
  const [most, low, high] = [orders.peak.expected, orders.peak.low, orders.peak.high].map((n) => about(n, format));
  const all = about(orders.total.expected, format);
  return format.say({
    en: `${name}, ${away} days away, will bring about ${most} orders on ${format.dayShort(orders.peak.day)} (${low}–${high}), ${all} around it.`,
    zh: `距${name}还有 ${away} 天，预计${format.dayShort(orders.peak.day)}当天约 ${most} 单（${low}–${high}），前后合计约 ${all} 单。`,
  });
}

function deskText({ staffing }: ForecastFacts, format: Formatter): string | null {
  if (staffing.agents == null) return null;
  const usual = about(staffing.usualAgents, format);
  const [needed, high] = [format.count(staffing.agents), format.count(staffing.agentsHigh)];
  return format.say({
    en: `The desk then needs ${needed} agents on its heaviest day (${high} at the upper end); ${usual} work on a usual day.`,
    zh: `客服最忙的一天需要 ${needed} 人（上限情形 ${high} 人），平时在岗约 ${usual} 人。`,
  });
}

function carrierText({ carriers }: ForecastFacts, format: Formatter): string | null {
  const told = carriers.filter(({ short }) => short != null);
  if (told.length === 0) return null;
  const [worst] = told.filter(({ short }) => (short ?? 0) > 0).toSorted((a, b) => (b.short ?? 0) - (a.short ?? 0));
  if (!worst)
    return format.say({
      en: 'Each carrier has taken as many parcels in a day before and kept the promise.',
      zh: '各承运商都曾在单日承运同等包裹量并守住时效。',
    });
  const [name, short] = [format.say(worst.carrier.label), format.count(worst.short)];
  return format.say({
    en: `${name} would have to take ${short} parcels a day more than it has shown it can.`,
    zh: `${name}单日需比已验证的能力多承运 ${short} 件。`,
  });
}

function triedText({ backtests }: ForecastFacts, format: Formatter): string | null {
  if (backtests.length === 0)
    return format.say({
      en: 'No earlier peak can be used to try the method.',
      zh: '尚无可用于回测的往届高峰。',
    });
  const [held, all] = [backtests.filter(({ inside }) => inside).length, backtests.length].map((n) => format.count(n));
  return format.say({
    en: `Tried on the past, ${held} of ${all} came within the range.`,
    zh: `回测中 ${all} 次有 ${held} 次落在区间内。`,
  });
}
