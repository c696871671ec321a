import { catalogue, known } from '@rapport/model/metrics';
import type { LocalizedText } from '@rapport/model/vocabulary';
import type { Source } from '../kit/source/source.ts';

/** Which metrics a source's own feeds suffice for. Several sources of one shop add up. */
export interface MetricReach {
  served: string[];
  /** With what is missing. */
  unserved: { metric: string; missing: { need: string; name: LocalizedText }[] }[];
}

/** `given`: the fields that the SQL of each feed selects. Whether they ever hold a value is seen when they are loaded. */
export function reachOf(source: Source, given: ReadonlyMap<string, ReadonlySet<string>>): MetricReach {
  const names = Object.keys(known) as (keyof typeof known)[];
  const told = new Set(
    names.filter((need) => known[need].anyOf.some(({ feed, column }) => tells(source, given, feed, column))),
  );
  const reach: MetricReach = { served: [], unserved: [] };
  for (const { id, needs } of catalogue) {
    const missing = needs.filter((need) => !told.has(need));
    if (missing.length === 0) reach.served.push(id);
    else reach.unserved.push({ metric: id, missing: missing.map((need) => ({ need, name: known[need].name })) });
  }
  return reach;
}

function tells(
  { shop }: Source,
  given: ReadonlyMap<string, ReadonlySet<string>>,
  feed: string | null,
  column: string | null,
): boolean {
  if (feed === null) return shop.pointWorth !== undefined;
  // Customers are known by what names them, whichever feed that is.
  if (feed === 'customers')
    return given.has('customers') || [...given.values()].some((fields) => fields.has('customer_ref'));
  const fields = given.get(feed);
  return fields !== undefined && (column === null || fields.has(column));
}
