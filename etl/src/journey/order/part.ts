import type { JourneyInputs, Trait } from '../relations.ts';

/** A feed's share in an order's journey: rows by (customer_id, order_id), put together on their own and joined to the order. */
export interface JourneyPart {
  alias: string;
  /** Without it nothing is known and the part is left out. */
  needs: Trait;
  select(from: JourneyInputs): string;
  /** The columns it gives, each with its value where it says nothing of an order. */
  otherwise: Readonly<Record<string, string>>;
}

export const partJoin = (part: JourneyPart, from: JourneyInputs): string =>
  from.traits.has(part.needs)
    ? `left join (${part.select(from)}) ${part.alias} on ${part.alias}.customer_id = o.customer_id and ${part.alias}.order_id = o.id`
    : '';

/** What a part says of an order, as an expression; its value otherwise where the part is left out. */
export function said(part: JourneyPart, from: JourneyInputs, column: string): string {
  const otherwise = part.otherwise[column];
  if (otherwise === undefined) throw new TypeError(`The journey part ${part.alias} has no column ${column}.`);
  if (!from.traits.has(part.needs)) return otherwise;
  return otherwise.startsWith('null') ? `${part.alias}.${column}` : `coalesce(${part.alias}.${column}, ${otherwise})`;
}
