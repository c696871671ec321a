// npm run bench -- questions [how many, default 500] [seed] [demo | olist]: every metric once and so many random questions about a generated
// shop of 4,000 orders, and as many about Olist where the real data is there, each answered by the engine and by SQL of our own over core.
// Kinds, cuts, filters, grains and periods have quotas. A line of JSON a shop; exit code 1 when a figure differs or too few have a value.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@rapport/bin/postgres';
import { ingest } from '@rapport/etl';
import { demoSources, generateShop } from '@rapport/etl/demo';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { holdAgainst, layOutRows, type Verdict } from '../questions/hold-against.ts';
import { realData, testServerUrl } from '../testkit/config.ts';

const NAME = 'rapport_bench_questions';
const number = Number(process.argv[2] ?? 500);
const seed = Number(process.argv[3] ?? 1);
const only = process.argv[4];
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Loads a shop into a database of its own and asks. */
async function tried(
  serverUrl: string,
  home: string,
  load: (url: string) => Promise<void>,
  questions: number,
): Promise<Verdict> {
  const admin = openPool(serverUrl, { max: 1 });
  await admin.query(`drop database if exists ${NAME} with (force)`);
  await admin.query(`create database ${NAME}`);
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  await migrate(url.href);
  const pool = openPool(url.href, { max: 2 });
  try {
    await ensureRollups(pool);
    await load(url.href);
    await layOutRows(pool);
    return await holdAgainst(pool, questions, seed);
  } finally {
    await pool.end();
    await admin.query(`drop database if exists ${NAME} with (force)`);
    await admin.end();
    rmSync(home, { recursive: true, force: true });
  }
}

function tell(
  shop: string,
  { asked, unknowable, told, points, refused, untold, approximate, wrong }: Verdict,
): boolean {
  const enough = told >= 0.9 * (asked - unknowable - refused.length);
  say(
    `${shop}: ${asked} asked, ${unknowable} of them about what the shop never tells, ${told} with a value, ${points} points, ${approximate} approximate, ${refused.length} refused, ${wrong.length} wrong`,
  );
  for (const { cell, code, said } of refused) say(`  refused ${code}: ${cell}: ${said}`);
  if (!enough) for (const cell of untold) say(`  no value: ${cell}`);
  for (const line of wrong) say(`  WRONG ${line}`);
  process.stdout.write(
    `${JSON.stringify({ shop, asked, unknowable, told, points, approximate, refused: refused.length, wrong: wrong.length })}\n`,
  );
  return wrong.length === 0 && enough;
}

async function aboutDemo(serverUrl: string): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-questions-'));
  const shop = join(home, 'shop');
  await generateShop({ orders: 4000, seed: `questions ${seed}`, out: shop });
  const load = async (databaseUrl: string): Promise<void> => {
    for (const source of demoSources)
      await ingest({ databaseUrl, source, from: join(shop, source), home, trigger: 'cli' });
  };
  return tell('demo', await tried(serverUrl, home, load, number));
}

async function aboutOlist(serverUrl: string): Promise<boolean> {
  const olist = realData('olist');
  if (!olist) {
    say('olist: skipped: no real data');
    return true;
  }
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-questions-'));
  const load = async (databaseUrl: string): Promise<void> =>
    void (await ingest({ databaseUrl, source: 'olist', from: olist, home, trigger: 'cli' }));
  return tell('olist', await tried(serverUrl, home, load, number));
}

async function bench(serverUrl: string): Promise<boolean> {
  const demo = only === 'olist' || (await aboutDemo(serverUrl));
  const olist = only === 'demo' || (await aboutOlist(serverUrl));
  return demo && olist;
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

process.exitCode = (await main()) ? 0 : 1;
