import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { processEnvironment } from '../../../config.ts';
import type { Arena } from '../../arena/arena.ts';
import type { House } from '../../arena/house.ts';
import { Proxy } from '../../arena/proxy.ts';
import { checkStory } from '../../check/accounts.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

const MOST_SECONDS = 10;
const INTERRUPTED = 130;

interface Stopped {
  exitCode: number | null;
  seconds: number;
  output: string;
}

/** The command as a person runs it, told to end once it is in a stage; `times` SIGTERMs, half a second apart. */
function command(house: House, times: number, atStage: string): Promise<Stopped> {
  const rapport = join(import.meta.dirname, '../../../../../bin/rapport.ts');
  const { inbox, home } = house.delivery;
  const args = ['--import', './bin/register.mjs', rapport, 'ingest', 'bazaar', '--from', inbox, '--json'];
  const env = { ...processEnvironment(), DATABASE_URL: house.url, RAPPORT_HOME: home };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  let told = 0;
  const watch = setInterval(async () => {
    const rows = await house
      .rows(`select from ops.runs where state = 'running' and stage = $1`, [atStage])
      .catch(() => []);
    if (rows.length === 0 || told > 0) return;
    told = performance.now();
    child.kill('SIGTERM');
    if (times > 1) setTimeout(() => child.kill('SIGTERM'), 500);
  }, 10);
  return new Promise((resolve) =>
    child.once('close', (exitCode) => {
      clearInterval(watch);
      resolve({ exitCode, seconds: told === 0 ? 0 : (performance.now() - told) / 1000, output });
    }),
  );
}

/** The publishing lock is held by somebody else, so that the load is still under way when it is told to end. */
async function stopped(arena: Arena, seed: number, times: number): Promise<string[]> {
  const { house } = await prepared(arena, seed);
  const before = await hashes(house);
  const gate = await house.pool.connect();
  await gate.query('begin; lock table core.orders in share mode');
  const { exitCode, seconds, output } = await command(house, times, 'merge');
  await gate.query('rollback');
  gate.release();
  const found = expected(`the exit code (${output.slice(-300)})`, exitCode, INTERRUPTED);
  if (seconds > MOST_SECONDS) found.push(`it took ${seconds.toFixed(1)} s to end`);
  found.push(...sameAs('I4 tables changed by a load that was told to end', before, await hashes(house)));
  found.push(...(await checkStory(house, { said: 'interrupted', exitCode })));
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

export const toldToEnd: FaultCase[] = [
  {
    group: 'process',
    name: 'SIGTERM while it merges',
    expects: `ends within ${MOST_SECONDS} s with code ${INTERRUPTED}, nothing published, the run failed as interrupted`,
    run: (arena, seed) => stopped(arena, seed, 1),
  },
  {
    group: 'process',
    name: 'SIGTERM, and a second one',
    expects: 'the same',
    run: (arena, seed) => stopped(arena, seed, 2),
  },
];

/** The message of the protocol: a simple query, its length, its text. */
const COMMIT = Buffer.from('Q\0\0\0\u000bcommit\0', 'latin1');
const sendsCommit = (sent: Buffer): boolean => sent.includes(COMMIT);

/** COMMIT reaches the server, its answer nobody: the process is killed, or the link cut, between the two. */
async function unanswered(arena: Arena, seed: number, how: 'kill' | 'cut'): Promise<string[]> {
  const { house } = await prepared(arena, seed);
  const proxy = await Proxy.to(house.url, { deafAfter: sendsCommit });
  try {
    const load = house.begin(await arena.apart(), 'bazaar', { databaseUrl: proxy.url(house.url) });
    await load.until(() => proxy.deaf);
    if (how === 'kill') await load.kill();
    else {
      await committed(house);
      proxy.cut();
      proxy.mend();
    }
    const { said, exitCode } = await load.ended();
    const found = how === 'cut' ? expected('what the load says', [said, exitCode], ['committed', 0]) : [];
    const [run] = await house.rows<{ state: string }>('select state from ops.runs order by run_id desc limit 1');
    const again = await house.load();
    const rightly = run?.state === 'committed' ? 'unchanged' : 'committed';
    found.push(...expected('the rerun', again.said, rightly));
    return [...found, ...(await wholeAndSteady(house))];
  } finally {
    await proxy.close();
  }
}

async function committed(house: House): Promise<void> {
  for (;;) {
    const rows = await house.rows(`select from ops.runs where state = 'committed'`);
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const betweenCommitAndAnswer: FaultCase[] = [
  {
    group: 'process',
    name: 'kill -9 between COMMIT sent and answered',
    expects: 'published once: what the ledger says is what the tables hold, a rerun changes nothing',
    run: (arena, seed) => unanswered(arena, seed, 'kill'),
  },
  {
    group: 'database',
    name: 'link cut between COMMIT sent and answered',
    expects: 'the load finds out that it came through, and says committed',
    run: (arena, seed) => unanswered(arena, seed, 'cut'),
  },
];
