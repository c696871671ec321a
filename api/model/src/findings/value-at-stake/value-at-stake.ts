import type { Queryable } from '../../schema/index.ts';
import { studentMean, welchDifference, type Interval, type Moments } from '../../statistics/index.ts';
import { failures as labels, type LocalizedText } from '../../vocabulary/index.ts';
import { product, readOrderWorth } from '../second-orders/cost.ts';
import { differenceOf, LEAST_ORDERS } from '../second-orders/effect.ts';
import { readCells, readShopDays, type ShopDays } from '../second-orders/observe.ts';
import { amount } from '../second-orders/words.ts';
import { readFailureMoney, type FailureMoney } from './read.ts';
import type { FailureCost, Part, ValueAtStake } from './types.ts';

const DAY = 86_400_000;
/** Refunds and cases of younger orders are still to come. */
const YOUNG_DAYS = 30;

/** By how much orders with the failure cost more than orders without any; null where either says nothing of its spread. */
function above(own: Moments, none: Moments | undefined): Part | null {
  if (!none || own.n === 0 || none.n === 0) return null;
  const interval = welchDifference(own, none);
  return interval && { minor: own.sum / own.n - none.sum / none.n, interval };
}

/** Parts that know nothing of each other: their distances are squared and added. */
function sumOf(parts: readonly (Part | null)[]): Part | null {
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return null;
  const minor = known.reduce((sum, part) => sum + part.minor, 0);
  const reach = (of: (part: Part) => number) => Math.hypot(...known.map(of));
  const low = minor - reach((part) => part.minor - part.interval.low);
  const high = minor + reach((part) => part.interval.high - part.minor);
  return { minor, interval: { low, high, method: 'square-and-add' } };
}

const times = ({ minor, interval }: Part, n: number): Part => ({
  minor: minor * n,
  interval: { ...interval, low: interval.low * n, high: interval.high * n },
});

export type LostShares = Map<string, { value: number; interval: Interval; relative: number | null }>;

/** Next orders within 90 days that do not come after each failure, of any order, like held against like. */
export async function lostShares(
  db: Queryable,
  { shop, days }: { shop: string; days: Pick<ShopDays, 'from' | 'asOf'> },
): Promise<LostShares> {
  const observed = await readCells(db, { shop, days, cut: 'FAILURE', index: 'every', until: 'mark' });
  const cells = Map.groupBy(observed, ({ code }) => code);
  const none = cells.get('none') ?? [];
  const found = [...cells].flatMap(([code, own]) => {
    const difference = code === 'none' ? null : differenceOf(own, none);
    if (!difference || difference.orders < LEAST_ORDERS) return [];
    const { value, interval, relative } = difference;
    const lost = { value: -value, interval: { ...interval, low: -interval.high, high: -interval.low } };
    return [[code, { ...lost, relative: relative === null ? null : -relative }] as const];
  });
  return new Map(found);
}

function costOf(money: FailureMoney, none: FailureMoney | undefined, lost: LostShares, worth: Moments): FailureCost {
  const { code, orders } = money;
  const few = orders < LEAST_ORDERS;
  const [share, ofWorth] = [lost.get(code) ?? null, studentMean(worth)];
  const mean = worth.n > 0 ? worth.sum / worth.n : 0;
  const lostRepurchase =
    share && ofWorth && !few
      ? { minor: share.value * mean, interval: product(share.value, share.interval, mean, ofWorth) }
      : null;
  const refund = few ? null : above(money.refund, none?.refund);
  const compensation = few ? null : above(money.compensation, none?.compensation);
  const handling = few ? null : above(money.handling, none?.handling);
  const each = few ? null : sumOf([refund, compensation, handling, lostRepurchase]);
  return {
    code,
    label: labels[code as keyof typeof labels] ?? { en: code, zh: code },
    orders,
    refund,
    compensation,
    handling,
    lostRepurchase,
    each,
    total: each && times(each, orders),
    lostShare: share && { value: share.value, interval: share.interval },
  };
}

const refusals = {
  NO_ORDERS: { en: 'This shop has no orders yet.', zh: '该店铺还没有订单。' },
  NO_FAILURES: {
    en: 'No order of the window has a failure that is known: nothing is at stake, or nothing tells of it. See Data health for what the shop delivers.',
    zh: '窗口内没有已知失误的订单：要么无事发生，要么数据未体现。店铺提供哪些数据请看数据健康页面。',
  },
} as const satisfies Record<string, LocalizedText>;

const BLANK = { en: '', zh: '' };

function refused(code: keyof typeof refusals, window: { from: string; to: string; currency: string }): ValueAtStake {
  const text = refusals[code];
  return { failures: [], ...window, refusal: { code, text }, answer: { lead: text, rest: BLANK } };
}

function answerOf(found: readonly FailureCost[], currency: string): ValueAtStake['answer'] {
  const money = (minor: number) => amount(minor, currency);
  const known = found.filter(({ each }) => each !== null);
  const [most] = known.toSorted((a, b) => (b.total?.minor ?? 0) - (a.total?.minor ?? 0));
  if (!most?.each || !most.total) {
    return {
      lead: {
        en: `No failure has ${LEAST_ORDERS} orders in the window: what one costs cannot be told yet.`,
        zh: `窗口内没有任何失误达到 ${LEAST_ORDERS} 笔订单，尚无法判断每次失误的代价。`,
      },
      rest: BLANK,
    };
  }
  const { label, each, total, orders } = most;
  const range = `${money(each.interval.low)} – ${money(each.interval.high)}`;
  const dearest = known.toSorted((a, b) => (b.each?.minor ?? 0) - (a.each?.minor ?? 0))[0];
  return {
    lead: {
      en: `“${label.en}” costs most: about ${money(total.minor)} in a year, ${money(each.minor)} for each of ${orders.toLocaleString('en-US')} orders (${range}).`,
      zh: `“${label.zh}”代价最大：一年约 ${money(total.minor)}，共 ${orders.toLocaleString('zh-CN')} 单，每单 ${money(each.minor)}（${range}）。`,
    },
    rest:
      dearest && dearest !== most && dearest.each
        ? {
            en: `The dearest single failure is “${dearest.label.en}”: ${money(dearest.each.minor)} each. Counted is what exceeds an order without a failure; lost repurchase is the next order alone.`,
            zh: `单次代价最高的是“${dearest.label.zh}”：每次 ${money(dearest.each.minor)}。只计超出无失误订单的部分；流失的复购仅计下一单。`,
          }
        : {
            en: 'Counted is what exceeds an order without a failure; lost repurchase is the next order alone.',
            zh: '只计超出无失误订单的部分；流失的复购仅计下一单。',
          },
  };
}

/** Money for each failure: refund, compensation, handling and the repurchase that does not come, each with its interval. */
export async function valueAtStake(
  db: Queryable,
  { shop, least = 1 }: { shop: string; least?: number },
): Promise<ValueAtStake> {
  const days = await readShopDays(db, shop);
  if (!days) return refused('NO_ORDERS', { from: '', to: '', currency: '' });
  const back = (n: number) => new Date(Date.parse(days.asOf) - n * DAY).toISOString().slice(0, 10);
  const window = { from: back(YOUNG_DAYS + 364), to: back(YOUNG_DAYS), currency: days.currency };
  const money = await readFailureMoney(db, { shop, ...window });
  const none = money.find(({ code }) => code === 'none');
  const failed = money.filter(({ code, orders }) => code !== 'none' && orders >= least);
  if (failed.length === 0) return refused('NO_FAILURES', window);
  const [lost, worth] = [await lostShares(db, { shop, days }), await readOrderWorth(db, { shop, asOf: days.asOf })];
  const found = failed
    .map((each) => costOf(each, none, lost, worth))
    .toSorted((a, b) => (b.total?.minor ?? -1) - (a.total?.minor ?? -1) || b.orders - a.orders);
  return { failures: found, ...window, refusal: null, answer: answerOf(found, days.currency) };
}
