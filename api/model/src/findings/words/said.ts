import type { Queryable } from '../../schema/index.ts';
import type { TextLanguage } from './language.ts';
import { aspectsIn, topicsIn } from './rules/match.ts';
import { covered, sentencesOf } from './sentences.ts';
import { Bound, textKinds, type TextKind, type TextSlice } from './slice.ts';
import { termsOf } from './terms.ts';
import { textsIn } from './texts-in.ts';

export interface SaidRequest {
  texts?: readonly TextKind[] | null;
  slice: TextSlice;
  /** One of the three: a term, the code of an aspect or of a topic. */
  word?: string | null;
  aspect?: string | null;
  topic?: string | null;
  first: number;
}

/** A sentence in which somebody says it. */
export interface Saying {
  kind: TextKind;
  /** Of the review, the case or the mention. */
  id: string;
  orderId: string | null;
  /** null: the source does not tell. */
  saidOn: string | null;
  /** Stars, of a review. */
  score: number | null;
  language: TextLanguage;
  sentence: string;
}

/** Where the words themselves lie. */
const kept: Record<TextKind, { text: string; order: string; join: string }> = {
  REVIEW: {
    text: `concat_ws(E'\\n', nullif(r.title, ''), nullif(r.message, ''))`,
    order: 'r.order_id',
    join: `left join core.reviews r on f.kind = 'review' and r.customer_id = f.customer_id and r.id = f.id`,
  },
  CASE: {
    text: `coalesce(e.text, '')`,
    order: 'e.order_id',
    join: `left join core.service_cases e on f.kind = 'case' and e.customer_id = f.customer_id and e.id = f.id`,
  },
  MENTION: {
    text: `coalesce(m.text, '')`,
    order: 'null::uuid',
    join: `left join core.mentions m on f.kind = 'mention' and m.id = f.id`,
  },
};

interface SaidRow extends Omit<Saying, 'sentence' | 'kind'> {
  kind: string;
  text: string;
}

/** A sentence longer than that is cut. */
const LONGEST = 300;

function conditionOf({ word, aspect, topic }: SaidRequest, bound: Bound): string {
  if (word) return `t.terms @> array[${bound.add(word)}]::text[]`;
  if (aspect) return `t.aspects @> array[${bound.add(aspect)}]::text[]`;
  return `t.topics @> array[${bound.add(topic ?? '')}]::text[]`;
}

const saysIt = ({ word, aspect, topic }: SaidRequest, sentence: string, language: TextLanguage): boolean => {
  if (word) return termsOf(sentence, language).includes(word);
  if (aspect) return aspectsIn(sentence, language).includes(aspect);
  return topicsIn(sentence, language).includes(topic ?? '');
};

/** The sentences behind a word, an aspect or a topic, latest first, one a text; what may be somebody's number or address is covered. */
export async function sentencesSaying(db: Queryable, request: SaidRequest): Promise<Saying[]> {
  const bound = new Bound();
  const partsOf = (what: 'text' | 'order' | 'join'): string[] =>
    (request.texts ?? textKinds).map((kind) => kept[kind][what]);
  const texts = textsIn(request.slice, request.texts, bound);
  const { rows } = await db.query<SaidRow>(
    `/* sentences */ with found as (select * from (${texts}) t where ${conditionOf(request, bound)} order by t.said_on desc nulls last, t.id limit ${bound.add(request.first)}::integer)
     select f.kind, f.id, f.language, f.score, f.said_on::text as "saidOn", coalesce(${partsOf('order').join(', ')}) as "orderId", ${partsOf('text').join(' || ')} as text
     from found f ${partsOf('join').join(' ')}
     order by f.said_on desc nulls last, f.id`,
    bound.values,
  );
  return rows.map(({ kind, text, ...of }) => {
    const sentences = sentencesOf(text);
    const sentence = sentences.find((one) => saysIt(request, one, of.language)) ?? sentences[0] ?? '';
    return { ...of, kind: kind.toUpperCase() as TextKind, sentence: covered(sentence).slice(0, LONGEST) };
  });
}
