import type { Arena } from '../../arena/arena.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

/** The stages of the matrix, and where the engine can be made to wait in them. */
const stages: [what: string, pauseAt: string][] = [
  ['discover', 'discover'],
  ['read and parse', 'landing'],
  ['stage', 'stage'],
  ['merge', 'merge'],
  ['derive', 'journey'],
  ['rollup', 'rollup'],
  ['commit', 'commit'],
];

async function killedAt(arena: Arena, seed: number, pauseAt: string, isFirst: boolean): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: !isFirst });
  if (!isFirst) house.deliver(shop.next());
  const before = await hashes(house);
  const load = house.begin(await arena.apart(), 'bazaar', { pauseAt });
  await load.paused();
  await load.kill();
  const found = sameAs(`I4 tables changed by a load killed at ${pauseAt}`, before, await hashes(house));
  const [run] = await house.rows<{ state: string; stage: string }>(
    'select state, stage from ops.runs order by run_id desc limit 1',
  );
  found.push(...expected('I5 the run that was killed', [run?.state, run?.stage], ['running', pauseAt]));
  await mustLoad(house);
  const [dead] = await house.rows<{ state: string; code: string }>(
    `select state, error_code as code from ops.runs order by run_id desc offset 1 limit 1`,
  );
  found.push(
    ...expected('I5 the run that was killed, afterwards', [dead?.state, dead?.code], ['failed', 'process_died']),
  );
  return [...found, ...(await wholeAndSteady(house))];
}

export const killedAtStages: FaultCase[] = stages.flatMap(([what, pauseAt]) =>
  [true, false].map((isFirst) => ({
    group: 'process' as const,
    name: `kill -9 at ${what}, ${isFirst ? 'first load' : 'corrections'}`,
    expects: 'nothing changed; a rerun loads everything, and the dead run is shown as failed',
    run: (arena: Arena, seed: number) => killedAt(arena, seed, pauseAt, isFirst),
  })),
);

/** The engine has no stage that moves files away: what comes after COMMIT is dropping its working tables. */
async function killedAfterCommit(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await prepared(arena, seed);
  const reader = await house.pool.connect();
  const load = house.begin(await arena.apart());
  try {
    await load.until(() => load.stage === 'merge' || load.stage === 'journey' || load.stage === 'rollup');
    await reader.query('begin; select from landing.bazaar___refused_records');
    for (;;) {
      const { rowCount } = await house.pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'drop table%'`,
      );
      if (rowCount || load.isOver) break;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await load.kill();
  } finally {
    await reader.query('rollback');
    reader.release();
  }
  const [run] = await house.rows<{ state: string }>('select state from ops.runs');
  const found = expected('I5 the run that was killed after COMMIT', run?.state, 'committed');
  await house.load();
  return [...found, ...(await wholeAndSteady(house))];
}

export const killedBehindCommit: FaultCase = {
  group: 'process',
  name: 'kill -9 after commit, while working tables are dropped (archive)',
  expects: 'the load stands; the next one clears what is left',
  run: killedAfterCommit,
};
