import type { Queryable } from '../../schema/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { countLateFirst, lastQuarter, lateCost, readOrderWorth } from './cost.ts';
import { curveOf } from './curve.ts';
import { cuts } from './cuts.ts';
import { differenceOf, LEAST_ORDERS, neededFor, testOf, verdictOf } from './effect.ts';
import { readCells, readShopDays, WITHIN_DAYS, type Cell, type ShopDays } from './observe.ts';
import type { LateCost, SecondOrderCut, SecondOrderGroup, SecondOrders } from './types.ts';
import { cautionOf, costSentence, effectSentence } from './words.ts';

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function groupOf(code: string, cells: readonly Cell[], reference: readonly Cell[], cut: SecondOrderCut, least: number) {
  const { labels, reference: against } = cuts[cut];
  const isReference = code === against;
  const difference = isReference ? null : differenceOf(cells, reference);
  const shown = difference && difference.orders >= Math.max(least, 2) ? difference : null;
  const verdict = isReference ? ('reference' as const) : verdictOf(shown);
  const open = verdict === 'cannot_tell' || verdict === 'too_few';
  return {
    code,
    label: labels[code] ?? { en: code, zh: code },
    reference: isReference,
    ...curveOf(cells, least),
    difference: shown,
    logRank: isReference || !shown ? null : testOf(cells, reference),
    verdict,
    needed: open && shown ? neededFor(shown) : null,
  } satisfies SecondOrderGroup;
}

/** The reference first, then the largest. */
function groupsOf(cells: readonly Cell[], cut: SecondOrderCut, least: number): SecondOrderGroup[] {
  const byCode = Map.groupBy(cells, ({ code }) => code);
  const reference = byCode.get(cuts[cut].reference) ?? [];
  return [...byCode]
    .map(([code, own]) => groupOf(code, own, reference, cut, least))
    .filter(({ customers }) => customers >= least)
    .toSorted((a, b) => Number(b.reference) - Number(a.reference) || b.customers - a.customers);
}

const refusals = {
  NO_ORDERS: { en: 'This shop has no orders yet.', zh: '该店铺还没有订单。' },
  TOO_YOUNG: {
    en: `Nobody has been observed for ${WITHIN_DAYS} days after a first order yet. Come back when the history is longer.`,
    zh: `尚无顾客在首单后观察满 ${WITHIN_DAYS} 天，请待历史更长后再看。`,
  },
  NO_REFERENCE: {
    en: 'There is nothing to hold against: no first order of the group that the others are compared with. For late parcels the orders need a promised and a delivered day.',
    zh: '缺少对照：没有可供比较的首单。比较晚到与准时，需要订单带有承诺日与送达日。',
  },
} as const satisfies Record<string, LocalizedText>;

const empty = { lead: { en: '', zh: '' }, rest: { en: '', zh: '' } };

function refused(cut: SecondOrderCut, code: keyof typeof refusals, days: ShopDays | null): SecondOrders {
  const { currency = '', from = '', asOf = '' } = days ?? {};
  const text = refusals[code];
  return {
    cut,
    groups: [],
    cost: null,
    refusal: { code, text },
    answer: { ...empty, lead: text },
    currency,
    from,
    asOf,
  };
}

async function costOf(
  db: Queryable,
  shop: string,
  asOf: string,
  groups: readonly SecondOrderGroup[],
): Promise<LateCost | null> {
  const late = groups.find(({ code }) => code === 'late')?.difference;
  if (!late || late.orders < LEAST_ORDERS) return null;
  const quarter = lastQuarter(asOf);
  const n = await countLateFirst(db, { shop, ...quarter });
  return lateCost(late, await readOrderWorth(db, { shop, asOf }), { ...quarter, late: n });
}

/** How soon first-time customers order again, by what happened to their first order; groups and days of fewer than `least` are not told. */
export async function secondOrders(
  db: Queryable,
  { shop, cut, least = 1 }: { shop: string; cut: SecondOrderCut; least?: number },
): Promise<SecondOrders> {
  const days = await readShopDays(db, shop);
  if (!days) return refused(cut, 'NO_ORDERS', null);
  if (daysBetween(days.from, days.asOf) < WITHIN_DAYS) return refused(cut, 'TOO_YOUNG', days);
  const groups = groupsOf(await readCells(db, { shop, days, cut, index: 'first', until: 'curve' }), cut, least);
  if (!groups.some(({ reference }) => reference)) return refused(cut, 'NO_REFERENCE', days);
  const cost = cut === 'LATE' ? await costOf(db, shop, days.asOf, groups) : null;
  const effect = effectSentence(groups);
  const answer = cost
    ? { lead: costSentence(cost, days.currency), rest: joined(effect, cautionOf(cut)) }
    : { lead: effect, rest: cautionOf(cut) };
  return { cut, groups, cost, refusal: null, answer, ...days };
}

const joined = (a: LocalizedText, b: LocalizedText): LocalizedText => ({ en: `${a.en} ${b.en}`, zh: `${a.zh}${b.zh}` });
