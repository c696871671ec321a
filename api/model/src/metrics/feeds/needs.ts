import type { MetricDeclaration } from '../grammar.ts';
import { countsCustomers } from '../grammar.ts';
import type { Question } from '../planner/request.ts';
import { join, literal, sql, type Sql } from '../sql.ts';
import { knownNames, type KnownName } from './feeds.ts';

/** Everything a figure stands on: what its rows come from, and what it concludes from their silence. */
export function needsOf(metric: MetricDeclaration): readonly KnownName[] {
  const facts = metric.kind === 'across' ? [metric.fact, metric.per.fact] : [metric.fact];
  const needs = new Set<KnownName>([...facts.flatMap(({ feeds }) => feeds), ...(metric.needs ?? [])]);
  return knownNames.filter((name) => needs.has(name));
}

/** What its rows do not prove by being there. */
export function unproven(metric: MetricDeclaration): readonly KnownName[] {
  const proven = new Set<KnownName>(metric.fact.feeds);
  if (countsCustomers(metric)) proven.add('orders.customers');
  return needsOf(metric).filter((name) => !proven.has(name));
}

/** Shops that told all of it. */
const tellers = (needs: readonly KnownName[]): Sql =>
  sql`array(select n.shop from ops.shop_feeds n where n.known in (${join(needs.map(literal), ', ')}) group by n.shop having count(*) = ${literal(String(needs.length))}::int)`;

/** The rows of shops that can be counted; null: every row can. */
export function eligibleRows(metric: MetricDeclaration, alias: 'j' | 'r'): Sql | null {
  const needs = unproven(metric);
  return needs.length === 0 ? null : sql`${alias === 'j' ? sql`j.shop` : sql`r.shop`} = any(${tellers(needs)})`;
}

/** Where every figure stands for a single shop, the answer says whether it knows; only shops taken together are told apart by their rows. */
const mixesShops = ({ by, filters }: Question): boolean =>
  !by.includes('SHOP') &&
  !filters.some(({ dimension, codes, excludes }) => dimension === 'SHOP' && !excludes && codes.length === 1);

export const eligible = (question: Question, metric: MetricDeclaration, alias: 'j' | 'r' = 'j'): Sql | null =>
  mixesShops(question) ? eligibleRows(metric, alias) : null;
