import { present } from '../../filters/search.ts';

export const comparisons = ['bad', 'late', 'before', 'rest'] as const;
/** What is held against what. */
export type WordComparison = (typeof comparisons)[number];
export const kinds = ['REVIEW', 'CASE', 'MENTION'] as const;
export type Kind = (typeof kinds)[number];

export interface WordsSearch {
  against?: WordComparison | undefined;
  texts?: Kind | undefined;
  /** Whose sentences are read: `word:破损`, `aspect:delivery`, `topic:late`. */
  said?: string;
}

const one = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((each) => each === value);

export const readWordsSearch = (raw: Record<string, unknown>): WordsSearch =>
  present({
    against: one(raw['against'], comparisons),
    texts: one(raw['texts'], kinds),
    said: typeof raw['said'] === 'string' && /^(word|aspect|topic):./.test(raw['said']) ? raw['said'] : undefined,
  });
