import {
  secondOrders,
  type LateCost,
  type SecondOrderCut,
  type SecondOrderGroup as Found,
} from '@rapport/model/findings';
import type { Queryable } from '@rapport/model/schema';
import { money } from '../../platform/graphql/money.ts';
import type { EstimatedMoney, LateParcelCost, SecondOrderGroup, SecondOrders } from './second-orders.type.ts';

/** Minor units as they are estimated, in whole ones. */
export const estimated = (
  minor: number,
  { low, high }: { low: number; high: number },
  currency: string,
): EstimatedMoney => ({
  amount: money(Math.round(minor), currency),
  low: money(Math.round(low), currency),
  high: money(Math.round(high), currency),
});

function groupOf({ code, label, verdict, ...found }: Found): SecondOrderGroup {
  const upper = verdict.toUpperCase() as Uppercase<typeof verdict>;
  return { ...found, group: { code, label }, verdict: upper };
}

function costOf(cost: LateCost, currency: string): LateParcelCost {
  const { orderMinor, orderInterval, worthMinor, worthInterval, ...counts } = cost;
  return {
    ...counts,
    orderValue: estimated(orderMinor, orderInterval, currency),
    worth: estimated(worthMinor, worthInterval, currency),
  };
}

export async function readSecondOrders(
  db: Queryable,
  asked: { shop: string; cut: SecondOrderCut; least: number },
): Promise<SecondOrders> {
  const { groups, cost, refusal, answer, currency, from, asOf } = await secondOrders(db, asked);
  return {
    answer,
    groups: groups.map(groupOf),
    cost: cost && costOf(cost, currency),
    refusal: refusal && { code: refusal.code, words: refusal.text },
    from: from || null,
    asOf: asOf || null,
  };
}
