import { ingest } from '@rapport/etl';
import { dump } from '../faults/dump.ts';
import { emptyHouse } from '../faults/loads.ts';
import pg from 'pg';
import type { TestDatabase } from '../testkit/index.ts';
import type { ScheduledShops } from './scheduled-shop.ts';
import { eventually } from './workers.ts';

/** `<state> <window in UTC>` of each window, in order. */
export async function windowsOf(house: TestDatabase, source: string): Promise<string[]> {
  const { rows } = await house.pool.query<{ line: string }>(
    `select state || ' ' || to_char(window_at at time zone 'UTC', 'MM-DD HH24:MI') as line from ops.schedule_windows
     where source = $1 order by window_at`,
    [source],
  );
  return rows.map(({ line }) => line);
}

export async function rowsOf(house: TestDatabase, sql: string): Promise<Record<string, unknown>[]> {
  return (await house.pool.query(sql)).rows;
}

/** The runs of a source that published, oldest first, each with the file it loaded. */
export async function loadsOf(house: TestDatabase, source: string): Promise<string[]> {
  const { rows } = await house.pool.query<{ file: string }>(
    `select f.name as file from ops.runs r join ops.files f using (run_id)
     where r.source = $1 and r.state = 'committed' order by r.run_id`,
    [source],
  );
  return rows.map(({ file }) => file);
}

/** What the house would hold had somebody loaded these folders by hand, one after the other. */
export async function loadedByHand(shops: ScheduledShops, deliveries: [source: string, day: string][]) {
  const house = await emptyHouse();
  for (const [source, day] of deliveries)
    await ingest({ databaseUrl: house.url, home: shops.home, source, from: shops.folder(source, day) });
  const dumped = await dump(house.pool);
  await house.drop();
  return dumped;
}

/** Of the kit: one publisher at a time. */
const PUBLISH_LOCK = 7_270_003;

/** Nobody can publish until it is opened again; `waited` resolves when somebody tries to. */
export async function closePublishing(
  house: TestDatabase,
): Promise<{ opened(): Promise<void>; waited(): Promise<void> }> {
  const gate = new pg.Client({ connectionString: house.url });
  await gate.connect();
  await gate.query('select pg_advisory_lock($1)', [PUBLISH_LOCK]);
  const waits = `select from pg_locks where locktype = 'advisory' and not granted and objid = ${PUBLISH_LOCK}
    and database = (select oid from pg_database where datname = current_database())`;
  return {
    opened: () => gate.end(),
    waited: () => eventually(async () => (await gate.query(waits)).rowCount === 1),
  };
}
