// npm run bench -- words [seeds, default 5] [orders, default 20000]: generated shops with a bad batch (d) and bought reviews (e), loaded by the
// real engine. How many of the batch's words stand among the first ten of their language, how many flagged reviews were bought and how many
// bought ones are flagged, and the milliseconds of each question. A line of JSON a seed; exit code 1 when the mean precision is below
// 0.9, the mean recall below 0.8, or a seed misses a word that three texts use.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openEmbedded } from '@rapport/bin/postgres';
import { ingest } from '@rapport/etl';
import { generateShop, planted, type Truth } from '@rapport/etl/demo';
import { distinguishingWords, readTexts, subjectsOf, toneOfTexts, weighReviews } from '@rapport/model/findings';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { testServerUrl } from '../testkit/config.ts';

const NAME = 'rapport_bench_words';
const SOURCES = ['demo', 'demo_helpdesk', 'demo_voice'] as const;
const seeds = Number(process.argv[2] ?? 5);
const orders = Number(process.argv[3] ?? 20_000);

interface Found {
  seed: string;
  texts: number;
  missed: string[];
  bought: number;
  flagged: number;
  right: number;
  precision: number;
  recall: number;
  milliseconds: Record<string, number>;
}

async function timed<T>(into: Record<string, number>, name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const value = await work();
  into[name] = Math.round(performance.now() - began);
  return value;
}

/** Fewer texts with a word are not told: a word so rare is not missed. */
const LEAST_TEXTS = 3;

async function isSaid(pool: pg.Pool, word: string): Promise<boolean> {
  const { rows } = await pool.query<{ texts: number }>(
    `select count(*) as texts from journey.text_words w where exists (select from unnest(w.terms) term where position($1 in term) > 0)`,
    [word],
  );
  return (rows[0]?.texts ?? 0) >= LEAST_TEXTS;
}

/** Words of the batch that three texts and more use and that are not among the first ten of their language. */
async function missedWords(pool: pg.Pool): Promise<string[]> {
  const { product, from, words } = planted.BAD_BATCH;
  const { more } = await distinguishingWords(pool, {
    these: { where: [{ dimension: 'PRODUCT', in: [product] }], period: { from, to: '2026-10-31' } },
  });
  const missed = (['zh', 'en'] as const).flatMap((language) => {
    const top = more.filter((word) => word.language === language).slice(0, 10);
    return words[language].filter((wanted) => !top.some(({ word }) => word.includes(wanted)));
  });
  const said = await Promise.all(missed.map((word) => isSaid(pool, word)));
  return missed.filter((_, index) => said[index]);
}

async function examine(pool: pg.Pool, seed: string, truth: Truth): Promise<Found> {
  const milliseconds: Record<string, number> = {};
  const texts = await timed(milliseconds, 'read', () => readTexts(pool));
  await timed(milliseconds, 'weigh', () => weighReviews(pool));
  const missed = await timed(milliseconds, 'words', () => missedWords(pool));
  await timed(milliseconds, 'subjects', () => subjectsOf(pool, { these: {} }));
  await timed(milliseconds, 'tone', () => toneOfTexts(pool, {}));
  const { rows } = await pool.query<{ ref: string }>(
    'select r.review_ref as ref from journey.review_signals g join core.reviews r on r.id = g.review_id where g.suspicion >= 60',
  );
  const bought = new Set(truth.planted.e.realised.flatMap(({ reviews }) => reviews));
  const right = rows.filter(({ ref }) => bought.has(ref)).length;
  const figures = { bought: bought.size, flagged: rows.length, right };
  return { seed, texts, missed, ...figures, precision: right / rows.length, recall: right / bought.size, milliseconds };
}

async function tried(serverUrl: string, seed: string): Promise<Found> {
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-words-'));
  const admin = openPool(serverUrl, { max: 1 });
  await admin.query(`drop database if exists ${NAME} with (force)`);
  await admin.query(`create database ${NAME}`);
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  await migrate(url.href);
  const pool = openPool(url.href, { max: 2 });
  try {
    await ensureRollups(pool);
    const { truth } = await generateShop({ orders, seed, out: join(home, 'shop') });
    for (const source of SOURCES)
      await ingest({ databaseUrl: url.href, source, from: join(home, 'shop', source), home, trigger: 'cli' });
    return await examine(pool, seed, truth);
  } finally {
    await pool.end();
    await admin.query(`drop database if exists ${NAME} with (force)`);
    await admin.end();
    rmSync(home, { recursive: true, force: true });
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

async function bench(serverUrl: string): Promise<boolean> {
  const found: Found[] = [];
  for (let n = 1; n <= seeds; n += 1) {
    const one = await tried(serverUrl, `words ${n}`);
    process.stdout.write(`${JSON.stringify(one)}\n`);
    found.push(one);
  }
  const precision = mean(found.map((one) => one.precision));
  const recall = mean(found.map((one) => one.recall));
  const whole = found.filter(({ missed }) => missed.length === 0).length;
  process.stdout.write(`${JSON.stringify({ seeds, orders, precision, recall, everyWordFound: whole })}\n`);
  return precision >= 0.9 && recall >= 0.8 && whole === found.length;
}

async function main(): Promise<boolean> {
  if (testServerUrl) return bench(testServerUrl);
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-server-'));
  chmodSync(home, 0o711); // the server runs as nobody when started as root
  const server = await openEmbedded({ home });
  try {
    return await bench(server.urlOf('postgres'));
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

if (!(await main())) process.exitCode = 1;
