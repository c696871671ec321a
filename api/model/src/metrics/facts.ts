import { compensations, failures, returns } from './facts/after-sale.ts';
import { cases, replies } from './facts/cases.ts';
import type { Fact } from './facts/fact.ts';
import { care, consentChanges, loyaltyChanges, loyaltyEvents, pointsOwed, tierChanges } from './facts/membership.ts';
import { costs, items, payments } from './facts/order-lines.ts';
import { buyingDays, orderDefects, orders } from './facts/orders.ts';
import { parcels } from './facts/parcels.ts';
import { pages, productViews, visits } from './facts/shopping.ts';
import { assessments, certificateChanges, inspections, merchants, products, sanctions } from './facts/supply.ts';
import { mentions, messages, referrals, reviews, surveys } from './facts/voice.ts';

export type { Carried, Clock, Fact, FactClock } from './facts/fact.ts';
export { today } from './facts/fact.ts';
export {
  assessments,
  buyingDays,
  care,
  cases,
  certificateChanges,
  compensations,
  consentChanges,
  costs,
  failures,
  inspections,
  items,
  loyaltyChanges,
  loyaltyEvents,
  mentions,
  merchants,
  messages,
  orderDefects,
  orders,
  pages,
  parcels,
  payments,
  pointsOwed,
  products,
  productViews,
  referrals,
  replies,
  returns,
  reviews,
  sanctions,
  surveys,
  tierChanges,
  visits,
};

/** Everything that is counted, orders first. */
export const facts = [
  orders,
  orderDefects,
  buyingDays,
  parcels,
  cases,
  replies,
  returns,
  compensations,
  failures,
  reviews,
  surveys,
  referrals,
  mentions,
  messages,
  payments,
  items,
  costs,
  visits,
  productViews,
  pages,
  loyaltyEvents,
  loyaltyChanges,
  tierChanges,
  pointsOwed,
  care,
  consentChanges,
  products,
  merchants,
  certificateChanges,
  inspections,
  sanctions,
  assessments,
] as const satisfies readonly Fact[];
export type FactName = (typeof facts)[number]['name'];
const byName = new Map<FactName, Fact>(facts.map((fact) => [fact.name, fact]));

export function factNamed(name: FactName): Fact {
  const fact = byName.get(name);
  if (!fact) throw new Error(`There is no fact “${name}”.`);
  return fact;
}
