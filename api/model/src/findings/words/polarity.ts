import { logOddsDirichlet, type WordCount } from '../../statistics/index.ts';

/** What each term says of whether a text is content or not, learned from texts of which that is known. */
export interface Polarity {
  /** Above 0: found in good texts. */
  weights: ReadonlyMap<string, number>;
  /** Texts it was learned from. */
  good: number;
  bad: number;
}

/** Terms of fewer texts are chance. */
const LEAST_TEXTS = 3;
/** Below that sum the terms say too little. */
const UNDECIDED = 0.25;

export type Tone = 'GOOD' | 'BAD' | 'NEITHER';

/** `these`: good texts with the term; `those`: bad ones. Weights are log-odds between the two, shrunk as the prior does it. */
export function learnPolarity(counts: readonly WordCount[], { good, bad }: { good: number; bad: number }): Polarity {
  const weights = new Map<string, number>();
  for (const { word, these, those, logOdds } of logOddsDirichlet(counts))
    if (these + those >= LEAST_TEXTS) weights.set(word, logOdds);
  return { weights, good, bad };
}

/** The sum of what its terms say: naive Bayes without how frequent good texts are, which differs from kind to kind of text. */
export const polarityOf = (terms: readonly string[], { weights }: Polarity): number =>
  terms.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);

export function toneOf(terms: readonly string[], polarity: Polarity): Tone {
  const sum = polarityOf(terms, polarity);
  return Math.abs(sum) < UNDECIDED ? 'NEITHER' : sum > 0 ? 'GOOD' : 'BAD';
}
