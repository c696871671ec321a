import type { Queryable } from '@rapport/model/schema';

export interface ServerFacts {
  version: number;
  migrated: boolean;
  dataVersion: number;
  waiting: number;
}

export async function readServerFacts(db: Queryable): Promise<ServerFacts> {
  const { rows } = await db.query<{ version: number; migrated: boolean }>(
    `select current_setting('server_version_num')::int / 10000 as version, to_regclass('ops.quarantine') is not null as migrated`,
  );
  const { version = 0, migrated = false } = rows[0] ?? {};
  if (!migrated) return { version, migrated, dataVersion: 0, waiting: 0 };
  const counts = await db.query<{ dataVersion: number; waiting: number }>(
    `select (select version from ops.data_version) as "dataVersion", (select count(*) from ops.quarantine where state = 'waiting') as waiting`,
  );
  return { version, migrated, dataVersion: counts.rows[0]?.dataVersion ?? 0, waiting: counts.rows[0]?.waiting ?? 0 };
}

export async function countRollups(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ rollups: number }>('select count(*) as rollups from ops.rollups');
  return rows[0]?.rollups ?? 0;
}
