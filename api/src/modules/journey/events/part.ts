/**
 * Events of one customer as rows of one shape. `rank` orders what happens at one instant; `kept` is the moment that answers the
 * promise, null while nothing does; `facts` is what the words are made of.
 */
interface Told {
  minor?: string;
  promised?: string;
  kept?: string;
  facts?: string;
}

/** One thing that happened to a row: it did where `at` is known. */
export interface Moment extends Told {
  kind: string;
  rank: number;
  at: string;
  /** Where it differs from the stage of the row. */
  stage?: string;
}

/** Rows of which each may have had several moments: they are read once, however many those are. */
export interface Part extends Told {
  /** The rows, already those of the customer. */
  from: string;
  where: string;
  stage: string;
  /** The row it comes from: with the kind the id of the event. */
  ref: string;
  shop: string;
  order?: string;
  serviceCase?: string;
  shipment?: string;
  moments: readonly Moment[];
}

/** A word of the vocabulary, or an expression in parentheses. */
const text = (value: string): string => (value.startsWith('(') ? value : `'${value}'`);

/** What each moment says of one thing; of a single moment without asking which it is. */
function said(part: Part, what: keyof Told | 'stage', type: string): string {
  const { moments } = part;
  const value = (own?: string): string | undefined => (what === 'stage' ? own && text(own) : own);
  const each = moments.map((moment) => value(moment[what]) ?? value(part[what]) ?? 'null');
  if (each.every((expression) => expression === each[0])) return `(${each[0]})::${type}`;
  const cases = moments.map(({ rank }, index) => `when ${rank} then (${each[index]})::${type}`);
  return `case t.rank ${cases.join(' ')} end`;
}

export const selectOf = (part: Part): string => {
  const { from, where, ref, shop, order = 'null', serviceCase = 'null', shipment = 'null' } = part;
  const moments = part.moments.map(({ kind, rank, at }) => `(${text(kind)}, ${rank}, ${at})`).join(', ');
  return `select t.kind, t.rank, ${said(part, 'stage', 'text')} as stage, t.at, ${ref} as ref, ${shop} as shop, ${order}::uuid as order_id,
    ${serviceCase}::uuid as case_id, ${shipment}::uuid as shipment_id, ${said(part, 'minor', 'bigint')} as minor, ${said(part, 'promised', 'timestamptz')} as promised,
    ${said(part, 'kept', 'timestamptz')} as kept, ${said(part, 'facts', 'jsonb')} as facts
    from ${from} cross join lateral (values ${moments}) t(kind, rank, at) where ${where} and t.at is not null`;
};
