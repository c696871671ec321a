import type { Queryable } from '../../schema/index.ts';
import {
  expectedWorth,
  foreseen,
  variancesUnder,
  worthVariance,
  Z95,
  type Foreseen,
  type GammaGamma,
  type Interval,
} from '../../statistics/index.ts';
import { bandsOf } from './bands.ts';
import { correlationOf, diagnosticsOf, track } from './diagnostics.ts';
import { readLapses } from './lapses.ts';
import { fitShop, refusals, type Fitted } from './model.ts';
import type { HistoryGroup } from './read.ts';
import type { CustomerValue, Estimate, ValueModel } from './types.ts';
import { valueAnswer } from './words.ts';

const YEAR = 365;

const within = (value: number, variance: number | null, method: string): Estimate => {
  if (variance === null) return { value, interval: null };
  const half = Z95 * Math.sqrt(variance);
  return { value, interval: { low: Math.max(0, value - half), high: value + half, method } };
};

/** What is expected of all customers of each history together: `worth` of one purchase of one of them, in minor units. */
interface Expected {
  alive: number;
  orders: number;
  value: number;
}

function expectedOf(groups: readonly HistoryGroup[], { alive, purchases }: Foreseen, worth: Float64Array): Expected {
  const all = { alive: 0, orders: 0, value: 0 };
  for (const [at, { customers }] of groups.entries()) {
    const orders = customers * purchases[at]!;
    all.alive += customers * alive[at]!;
    all.orders += orders;
    all.value += orders * worth[at]!;
  }
  return all;
}

const worthOf = (groups: readonly HistoryGroup[], spending: GammaGamma | null): Float64Array =>
  Float64Array.from(groups, ({ repeats, meanSum, customers }) =>
    spending ? (expectedWorth(spending, { purchases: repeats, mean: meanSum / customers }) ?? 0) : 0,
  );

/** Interval on the scale of logarithms: the parameters are positive. */
function parametersOf({ buying, spending }: ValueModel): CustomerValue['parameters'] {
  const told = (name: string, value: number, variance: number | null | undefined) => {
    const reach = Math.exp(Z95 * Math.sqrt(variance ?? 0));
    const interval: Interval | null = variance
      ? { low: value / reach, high: value * reach, method: 'information' }
      : null;
    return { name, value, interval };
  };
  const names = ['r', 'alpha', 'a', 'b'] as const;
  const ofBuying = names.map((name, at) => told(name, buying[name], buying.covariance?.[at]?.[at]));
  if (!spending) return ofBuying;
  const ofSpending = (['p', 'q', 'gamma'] as const).map((name, at) =>
    told(name, spending[name], spending.covariance?.[at]?.[at]),
  );
  return [...ofBuying, ...ofSpending];
}

/** Totals over all customers: what the parameters leave open and, for orders, that they come as they come (Poisson). */
function totalsOf({ model, histories: { now } }: Fitted, seen: Foreseen) {
  const { buying, spending } = model;
  const worth = worthOf(now, spending);
  const customers = now.reduce((sum, group) => sum + group.customers, 0);
  const { alive, orders, value } = expectedOf(now, seen, worth);
  const [ofAlive, ofOrders, ofBuying] =
    variancesUnder(buying, (under) => {
      const expected = expectedOf(now, foreseen(under, now, YEAR), worth);
      return [expected.alive / customers, expected.orders, expected.value];
    }) ?? [];
  const told = spending && spending.q > 1 ? value : null;
  const ofValue =
    told === null || !spending
      ? null
      : addedUp(
          ofBuying ?? null,
          worthVariance(spending, (under) => expectedOf(now, seen, worthOf(now, under)).value),
          orders > 0 ? told ** 2 / orders : 0,
        );
  return {
    customers,
    aliveShare: within(alive / customers, ofAlive ?? null, 'delta'),
    orders365: within(orders, ofOrders === undefined ? null : ofOrders + orders, 'delta-poisson'),
    value365Minor: told === null ? null : within(told, ofValue, 'delta-poisson'),
  };
}

const addedUp = (a: number | null, b: number | null, c: number): number | null =>
  a === null || b === null ? null : a + b + c;

/** Who is likely to come back, how often and for how much; fitted to all orders up to today, and checked on the last of them. */
export async function customerValue(
  db: Queryable,
  { shop, least = 1 }: { shop: string; least?: number },
): Promise<CustomerValue> {
  const { fitted, refusal, currency, asOf } = await fitShop(db, shop);
  if (!fitted) {
    const text = refusals[refusal];
    const none = { aliveShare: null, orders365: null, value365Minor: null, diagnostics: null };
    const answer = { lead: text, rest: { en: '', zh: '' } };
    const lists = { parameters: [], bands: [], lapses: [] };
    return { model: null, customers: 0, ...none, ...lists, refusal: { code: refusal, text }, answer, currency, asOf };
  }
  const { model, earlier, histories, from, fittedTo } = fitted;
  const diagnostics =
    earlier &&
    diagnosticsOf(earlier, histories.then, track(earlier, histories.arrivals, { from, asOf, fittedTo }), {
      asOf,
      fittedTo,
      correlation: correlationOf(histories.spend),
    });
  const seen = foreseen(model.buying, histories.now, YEAR);
  const totals = totalsOf(fitted, seen);
  return {
    model,
    parameters: parametersOf(model),
    ...totals,
    bands: bandsOf(model, histories.now, seen).filter(({ customers }) => customers >= least),
    diagnostics,
    lapses: await readLapses(db, { shop, least }),
    refusal: null,
    answer: valueAnswer({ ...totals, diagnostics, currency }),
    currency,
    asOf,
  };
}

/** The models alone, for who asks about single customers. */
export async function valueModel(db: Queryable, shop: string): Promise<ValueModel | null> {
  return (await fitShop(db, shop)).fitted?.model ?? null;
}
