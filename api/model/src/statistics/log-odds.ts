import { Z95 } from './normal.ts';

/** How often a word stands in two bodies of text; `background`: in all that is known of how often it is used anyway. */
export interface WordCount {
  word: string;
  these: number;
  those: number;
  /** Absent: these and those together. */
  background?: number;
}

export interface WordOdds {
  word: string;
  these: number;
  those: number;
  /** Natural logarithm of the odds of the word in these against those; above 0: more in these. */
  logOdds: number;
  /** `logOdds` in its standard errors: words are ranked by it. */
  z: number;
  low: number;
  high: number;
}

export interface BodySizes {
  /** Words counted in each body; absent: the sum over the words given, which then have to be all words. */
  these?: number;
  those?: number;
  background?: number;
}

/** So many words' worth of what is known beforehand: about a day's speech in the paper, some fifty reviews here. */
export const USUAL_PRIOR = 500;

const totalOf = (words: readonly WordCount[], count: (word: WordCount) => number): number =>
  words.reduce((sum, word) => sum + count(word), 0);
const backgroundOf = ({ these, those, background }: WordCount): number => background ?? these + those;

/**
 * Log-odds ratio with an informative Dirichlet prior: Monroe, Colaresi and Quinn, Fightin' Words, Political Analysis 16 (2008)
 * 372–403, equations 15, 16, 20 and 22. The prior holds `priorSize` words spread as in the background, so a word seen once says
 * little and a word that everybody uses says nothing. In the order given. A word the background lacks is left out: no prior, no odds.
 */
export function logOddsDirichlet(
  words: readonly WordCount[],
  sizes: BodySizes = {},
  priorSize: number = USUAL_PRIOR,
): WordOdds[] {
  const n1 = sizes.these ?? totalOf(words, ({ these }) => these);
  const n2 = sizes.those ?? totalOf(words, ({ those }) => those);
  const known = sizes.background ?? totalOf(words, backgroundOf);
  return words
    .filter((word) => backgroundOf(word) > 0)
    .map((count) => {
      const { word, these, those } = count;
      const prior = (priorSize * backgroundOf(count)) / known;
      const odds = (seen: number, n: number): number => Math.log((seen + prior) / (n + priorSize - seen - prior));
      const logOdds = backgroundOf(count) >= known ? 0 : odds(these, n1) - odds(those, n2);
      const error = Math.sqrt(1 / (these + prior) + 1 / (those + prior));
      return {
        word,
        these,
        those,
        logOdds,
        z: logOdds / error,
        low: logOdds - Z95 * error,
        high: logOdds + Z95 * error,
      };
    });
}
