/**
 * Events of one customer as rows of one shape. `rank` orders what happens at one instant; `kept` is the moment that answers the
 * promise, null while nothing does; `facts` is what the words are made of.
 */
export interface Part {
  kind: string;
  rank: number | string;
  stage: string;
  at: string;
  /** Where it comes from: the rows, already those of the customer. */
  from: string;
  /** The row it comes from: with the kind the id of the event. */
  ref: string;
  shop: string;
  order?: string;
  serviceCase?: string;
  shipment?: string;
  minor?: string;
  promised?: string;
  kept?: string;
  facts?: string;
}

/** A word of the vocabulary, or an expression in parentheses. */
const text = (value: string): string => (value.startsWith('(') ? value : `'${value}'`);

export const selectOf = (part: Part): string => {
  const { kind, rank, stage, at, from, ref, shop, facts = 'null' } = part;
  const { order = 'null', serviceCase = 'null', shipment = 'null', minor = 'null' } = part;
  const { promised = 'null', kept = 'null' } = part;
  return `select ${text(kind)} as kind, ${rank} as rank, ${text(stage)} as stage, ${at} as at, ${ref} as ref, ${shop} as shop, ${order}::uuid as order_id,
    ${serviceCase}::uuid as case_id, ${shipment}::uuid as shipment_id, ${minor}::bigint as minor, ${promised}::timestamptz as promised, ${kept}::timestamptz as kept, ${facts}::jsonb as facts ${from}`;
};
