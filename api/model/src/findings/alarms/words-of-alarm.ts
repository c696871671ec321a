import type { Queryable } from '../../schema/index.ts';
import { distinguishingWords, type DistinguishingWord } from '../words/index.ts';
import type { Dimension } from '../../vocabulary/index.ts';
import type { Watch } from './watches.ts';

const WORDS = 10;
const BAD_STARS = 2;

interface Slice {
  dimensions: readonly Dimension[];
  codes: readonly string[];
}

interface Told extends Slice {
  shop: string;
  watch: Watch;
  /** The likeliest first. */
  causes: readonly Slice[];
  startedOn: string;
  lastOn: string;
}

/**
 * Which words the texts of an alarm use more than the other texts of the same kind do in the half year up to it; surest first. None
 * where too few of its rows say anything.
 */
export async function wordsOfAlarm(
  db: Queryable,
  { shop, watch, dimensions, codes, causes, startedOn, lastOn }: Told,
): Promise<DistinguishingWord[]> {
  if (!watch.texts) return [];
  const slice = causes[0] ?? { dimensions, codes };
  const where = slice.dimensions.map((dimension, at) => ({ dimension, in: [slice.codes[at] ?? ''] }));
  if (watch.topic) where.push({ dimension: 'TOPIC', in: [watch.topic] });
  const from = new Date(Date.parse(`${startedOn}T00:00:00Z`) - 182 * 86_400_000).toISOString().slice(0, 10);
  const { more } = await distinguishingWords(db, {
    texts: [watch.texts],
    these: {
      shop,
      period: { from: startedOn, to: lastOn },
      where,
      maxScore: watch.texts === 'REVIEW' ? BAD_STARS : null,
    },
    those: { shop, period: { from, to: lastOn } },
    first: WORDS,
  });
  return more.slice(0, WORDS);
}
