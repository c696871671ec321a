import { planted, type Truth } from '@rapport/etl/demo';
import { distinguishingWords, secondOrders } from '@rapport/model/findings';
import { answerMetrics } from '@rapport/model/metrics';
import type pg from 'pg';
import { lateFactor } from '../../demo/planted/late-factor.ts';
import type { Held } from './programmes.ts';

const DAY = 86_400_000;
const before = (day: string, days: number): string => new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);

/** The metric is told for so many parcels. */
const EACH = 10_000;

/**
 * (c) by the metric: of the parcels ordered in the wave but for its last two days (they are handed over later), those scanned as damaged.
 * When and where it is told is what `npm run bench -- alarms` looks at, in shops of more orders a day.
 */
export async function damageAgainst(pool: pg.Pool): Promise<Held> {
  const { carrier, region, from, to, damaged } = planted.DAMAGE_WAVE;
  const { series } = await answerMetrics(
    pool,
    {
      metrics: ['DAMAGE_RATE'],
      period: { from, to: before(to, 2) },
      where: [
        { dimension: 'CARRIER', in: [carrier] },
        { dimension: 'REGION', in: [region] },
      ],
    },
    { role: 'analyst' },
    {},
  );
  const interval = series[0]?.points[0]?.interval ?? null;
  const usual = EACH * planted.FAILS.damaged;
  return {
    name: '(c) damage',
    truth: damaged * planted.DAMAGE_SEEN,
    low: interval && interval.low / EACH,
    high: interval && interval.high / EACH,
    verdict: interval && interval.low > usual ? 'EFFECT' : 'CANNOT_TELL',
  };
}

/** (i) by the curves of second orders: what a late first parcel leaves of the chance to come back, less one. */
export async function secondOrdersAgainst(pool: pg.Pool, truth: Truth): Promise<Held> {
  const { groups } = await secondOrders(pool, { shop: 'demo', cut: 'LATE' });
  const late = groups.find(({ code }) => code === 'late');
  const range = late?.difference?.relativeInterval ?? null;
  return {
    name: '(i) second orders',
    truth: lateFactor(truth.planted.i) - 1,
    low: range?.low ?? null,
    high: range?.high ?? null,
    verdict: late?.verdict === 'fewer' ? 'EFFECT' : 'CANNOT_TELL',
  };
}

/** Of each language: whether all words of the batch are among the first ten; null where fewer than three texts say any of them. */
export type Said = Record<'zh' | 'en', { wanted: string[]; missed: string[] }>;

/** A word of fewer texts is not told. */
const LEAST_TEXTS = 3;

async function isSaid(pool: pg.Pool, word: string): Promise<boolean> {
  const { rows } = await pool.query<{ texts: number }>(
    `select count(*)::int as texts from journey.text_words w where exists (select from unnest(w.terms) term where position($1 in term) > 0)`,
    [word],
  );
  return (rows[0]?.texts ?? 0) >= LEAST_TEXTS;
}

/** (d): words of the batch that three texts and more use, and those of them that are not among the first ten of their language. */
export async function wordsAgainst(pool: pg.Pool): Promise<Said> {
  const { product, from, words } = planted.BAD_BATCH;
  const { more } = await distinguishingWords(pool, {
    these: { where: [{ dimension: 'PRODUCT', in: [product] }], period: { from, to: planted.LAST_DAY } },
  });
  const of = async (language: 'zh' | 'en') => {
    const top = more.filter((word) => word.language === language).slice(0, 10);
    const said = await Promise.all(words[language].map((word) => isSaid(pool, word)));
    const wanted = words[language].filter((_, at) => said[at]);
    return { wanted, missed: wanted.filter((each) => !top.some(({ word }) => word.includes(each))) };
  };
  return { zh: await of('zh'), en: await of('en') };
}

export interface Fakes {
  bought: number;
  flagged: number;
  right: number;
}

/** (e): reviews that are weighed as bought, and those that were. */
export async function fakesAgainst(pool: pg.Pool, truth: Truth): Promise<Fakes> {
  const { rows } = await pool.query<{ ref: string }>(
    'select r.review_ref as ref from journey.review_signals g join core.reviews r on r.id = g.review_id where g.suspicion >= 60',
  );
  const bought = new Set(truth.planted.e.realised.flatMap(({ reviews }) => reviews));
  return { bought: bought.size, flagged: rows.length, right: rows.filter(({ ref }) => bought.has(ref)).length };
}
