import { inSlice, textKinds, textSources, type Bound, type TextKind, type TextSlice } from './slice.ts';

/** The texts of a slice that have been read and hold a word, with the stars of reviews. */
export function textsIn(slice: TextSlice, texts: readonly TextKind[] | null | undefined, bound: Bound): string {
  const kinds = (texts ?? textKinds).map((kind) => {
    const { relation, id, customer, score, day } = textSources[kind];
    return `select j.${customer} as customer_id, '${kind.toLowerCase()}' as kind, j.${id} as id, ${score} as score, j.${day} as said_on from ${relation} j where ${inSlice(kind, slice, bound)}`;
  });
  return `select w.customer_id, w.kind, w.id, w.language, w.terms, w.aspects, w.topics, s.score, s.said_on
    from (${kinds.join(' union all ')}) s join journey.text_words w using (customer_id, kind, id) where w.language <> ''`;
}
