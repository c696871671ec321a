import { ingest } from '@rapport/etl';
import { dump } from '../faults/dump.ts';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import type { ScheduledShops } from './scheduled-shop.ts';

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
