import type { Queryable } from '../../schema/index.ts';
import {
  aliveProbability,
  expectedNext,
  expectedWorth,
  varianceUnder,
  worthVariance,
  Z95,
  type BgNbd,
  type GammaGamma,
  type Interval,
} from '../../statistics/index.ts';
import { bandsOf } from './bands.ts';
import { correlationOf, diagnosticsOf, track } from './diagnostics.ts';
import { readLapses } from './lapses.ts';
import { fitShop, refusals, type Fitted } from './model.ts';
import { readArrivals, type HistoryGroup } from './read.ts';
import type { CustomerValue, Estimate, ValueModel } from './types.ts';
import { valueAnswer } from './words.ts';

const YEAR = 365;

const within = (value: number, variance: number | null, method: string): Estimate => {
  if (variance === null) return { value, interval: null };
  const half = Z95 * Math.sqrt(variance);
  return { value, interval: { low: Math.max(0, value - half), high: value + half, method } };
};

const sumOver = (groups: readonly HistoryGroup[], of: (group: HistoryGroup) => number): number =>
  groups.reduce((sum, group) => sum + of(group), 0);

const valueOf = (groups: readonly HistoryGroup[], buying: BgNbd, spending: GammaGamma): number =>
  sumOver(groups, (group) => {
    const worth = expectedWorth(spending, { purchases: group.repeats, mean: group.meanSum / group.customers });
    return group.customers * expectedNext(buying, group, YEAR) * (worth ?? 0);
  });

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
function totalsOf({ model, histories: { now } }: Fitted) {
  const { buying, spending } = model;
  const customers = sumOver(now, (group) => group.customers);
  const alive = (under: BgNbd) => sumOver(now, (group) => group.customers * aliveProbability(under, group)) / customers;
  const orders = (under: BgNbd) => sumOver(now, (group) => group.customers * expectedNext(under, group, YEAR));
  const expected = orders(buying);
  const ofOrders = varianceUnder(buying, orders);
  const value = spending && spending.q > 1 ? valueOf(now, buying, spending) : null;
  const ofValue =
    value === null || !spending
      ? null
      : addedUp(
          varianceUnder(buying, (under) => valueOf(now, under, spending)),
          worthVariance(spending, (under) => valueOf(now, buying, under)),
          expected > 0 ? value ** 2 / expected : 0,
        );
  return {
    customers,
    aliveShare: within(alive(buying), varianceUnder(buying, alive), 'delta'),
    orders365: within(expected, ofOrders === null ? null : ofOrders + expected, 'delta-poisson'),
    value365Minor: value === null ? null : within(value, ofValue, 'delta-poisson'),
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
  const arrivals = await readArrivals(db, shop);
  const diagnostics =
    earlier &&
    diagnosticsOf(earlier, histories.then, track(earlier, arrivals, { from, asOf, fittedTo }), {
      asOf,
      fittedTo,
      correlation: correlationOf(histories.spend),
    });
  const totals = totalsOf(fitted);
  return {
    model,
    parameters: parametersOf(model),
    ...totals,
    bands: bandsOf(model, histories.now).filter(({ customers }) => customers >= least),
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
