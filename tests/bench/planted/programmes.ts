import {
  initiativeEffect,
  answerEvidence,
  askedOf,
  readInitiatives,
  reviewsAfterContact,
  type Initiative,
} from '@rapport/model/findings';
import type pg from 'pg';
import type { Truth } from '@rapport/etl/demo';

/** A finding held against what was planted. */
export interface Held {
  name: string;
  truth: number;
  low: number | null;
  high: number | null;
  /** Of a programme: what the ledger says of it. */
  verdict: string;
}

type Pair = readonly [hits: number, of: number];
const gained = ({ observed, without }: { observed: Pair; without: Pair }): number =>
  (observed[0] - without[0]) / observed[1];

interface Looking {
  pool: pg.Pool;
  all: readonly Initiative[];
}

async function effect(
  { pool, all }: Looking,
  code: string,
  options: Partial<Parameters<typeof initiativeEffect>[1]> = {},
) {
  const initiative = all.find((one) => one.code === code);
  if (!initiative) throw new Error(`The shop has no programme ${code}.`);
  const reading = { db: pool, access: { role: 'analyst' as const }, bounds: {} };
  return initiativeEffect(reading, { initiative, others: all, ...options });
}

async function number(pool: pg.Pool, sql: string): Promise<number> {
  const { rows } = await pool.query<{ n: number | null }>(sql);
  return rows[0]?.n ?? 0;
}

/** Stars are planted in written reviews; the metric counts those given by default and follow-ups too. */
const writtenShare = (pool: pg.Pool, regions: readonly string[], from: string) =>
  number(
    pool,
    `select avg((not by_default and not follow_up)::int)::float8 as n from journey.review_journey
     where region_code in (${regions.map((region) => `'${region}'`).join(', ')}) and ordered_on >= '${from}'`,
  );

/** Answers are faster where a human answers; the metric counts bots too. */
const humanShare = (pool: pg.Pool, from: string) =>
  number(
    pool,
    `select avg((handled_by <> 'bot')::int)::float8 as n from journey.case_journey where channel = 'chat' and csat is not null and rated_on >= '${from}'`,
  );

type Found = Awaited<ReturnType<typeof initiativeEffect>>;
const held = (name: string, truth: number, { horizons, verdict }: Found): Held => ({
  name,
  truth,
  low: horizons[0]?.interval?.low ?? null,
  high: horizons[0]?.interval?.high ?? null,
  verdict,
});

/** The effects (a), (b), (f) and (h) by the ledger, (g) and (j) by the evidence page. */
export async function heldAgainst(pool: pg.Pool, { planted, of }: Truth): Promise<Held[]> {
  const all = await readInitiatives(pool);
  const looking = { pool, all };
  const { a, b, f, g, h } = planted;
  const stars = a.realised.reviews;
  const starsEach = (stars.starsSum - stars.starsSumWithout) / stars.reviews;
  const contact = b.realised.reviews;
  const { trainedAfter, othersAfter } = f.realised;
  const trained = trainedAfter[1] / (trainedAfter[1] + othersAfter[1]);
  const { solvedBefore, solvedAfter } = f.parameters;
  const score = { metric: 'AVERAGE_REVIEW_SCORE' };
  return [
    held('(a) repurchase', gained(a.realised.repurchase90), await effect(looking, 'INI-NEXTDAY')),
    held(
      '(a) stars',
      starsEach * (await writtenShare(pool, a.parameters.regions, a.parameters.from)),
      await effect(looking, 'INI-NEXTDAY', score),
    ),
    held(
      '(b) CSAT',
      gained(b.realised.csat) * (await humanShare(pool, b.parameters.from)),
      await effect(looking, 'INI-FASTCHAT'),
    ),
    held(
      '(b) positive reviews',
      (contact.positive - contact.positiveWithout) / contact.reviews,
      await effect(looking, 'INI-FASTCHAT', { metric: 'POSITIVE_REVIEW_RATE', source: reviewsAfterContact }),
    ),
    held('(f) reopenings', -trained * (solvedAfter - solvedBefore), await effect(looking, 'INI-TRAINING')),
    held('(h) repurchase', h.realised.effect, await effect(looking, 'INI-CARD')),
    held('(h) stars', h.realised.effect, await effect(looking, 'INI-CARD', score)),
    ...(await evidence(looking, {
      loyal: gained(g.realised.repurchase90),
      recommends: planted.j.parameters.satisfied,
      period: { from: of.firstDay, to: of.asOf },
    })),
  ];
}

interface Told {
  loyal: number;
  recommends: number;
  /** The days truth.json tells of; the page looks at the last year of them. */
  period: { from: string; to: string };
}

async function evidence({ pool, all }: Looking, truth: Told): Promise<Held[]> {
  const reading = { db: pool, access: { role: 'analyst' as const }, bounds: {} };
  const asked = await askedOf(reading, { shop: 'demo', currency: 'CNY', initiatives: all });
  if (!asked) return [];
  const first = async (id: 'Q2' | 'Q4', name: string, planted: number): Promise<Held> => {
    const { verdict, parts } = await answerEvidence({ ...asked, period: truth.period }, id);
    const interval = parts[0]?.interval ?? null;
    return { name, truth: planted, low: interval?.low ?? null, high: interval?.high ?? null, verdict };
  };
  return [await first('Q4', '(g) loyal', truth.loyal), await first('Q2', '(j) recommends', truth.recommends)];
}

export const holds = ({ truth, low, high }: Held): boolean =>
  low !== null && high !== null && low <= truth && truth <= high;
