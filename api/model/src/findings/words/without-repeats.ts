/** Of two terms one of which holds the other, in as good as the same texts, both say the same. */
const SAME_TEXTS = 0.7;

interface Ranked {
  word: string;
}

/** The first `most` of a ranking in which a pair and its parts stand once, as the longer one. */
export function withoutRepeats<Word extends Ranked>(
  ranked: readonly Word[],
  texts: (word: Word) => number,
  most: number,
): Word[] {
  const kept: Word[] = [];
  for (const word of ranked) {
    const place = kept.findIndex((other) => {
      const holds = other.word.includes(word.word) || word.word.includes(other.word);
      return holds && Math.min(texts(word), texts(other)) >= SAME_TEXTS * Math.max(texts(word), texts(other));
    });
    if (place < 0) {
      if (kept.length < most) kept.push(word);
    } else if (word.word.length > (kept[place]?.word.length ?? 0)) kept[place] = word;
  }
  return kept;
}
