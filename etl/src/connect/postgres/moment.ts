import type pg from 'pg';

/** The moment at which a source is read: what of it may still be missing, and will come later with older values. */
export interface Moment {
  /** Start of the oldest transaction that was open, or now: what commits later began after it. Null: we cannot see them. */
  horizon: string | null;
  /** Some transaction was open. */
  othersOpen: boolean;
  /** In the snapshot everything below `xmin` has ended, nothing from `xmax` on had begun to write. */
  xmin: bigint;
  xmax: bigint;
  /** The source's clock once the snapshot was there, in microseconds. */
  time: bigint;
}

/**
 * Begins the one transaction all roles are read in. Open transactions are looked at before the snapshot is taken: whatever the
 * snapshot does not show is one of them, or began after.
 */
export async function beginReading(client: pg.Client): Promise<Moment> {
  const { rows: before } = await client.query<{ horizon: string; open: boolean; blind: boolean }>(`
    select least(clock_timestamp(), min(a.xact_start))::text as horizon, count(a.xact_start) > 0 as open,
      coalesce(bool_or(a.query = '<insufficient privilege>'), false) or pg_is_in_recovery()
        or exists (select from pg_prepared_xacts where database = current_database()) as blind
    from pg_stat_activity a where a.datname = current_database() and a.pid <> pg_backend_pid()
      and coalesce(a.backend_type, '') not in ('autovacuum worker', 'walsender')`);
  await client.query('begin transaction isolation level repeatable read read only');
  const { rows } = await client.query<{ xmin: string; xmax: string; time: string }>(`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, pg_snapshot_xmax(pg_current_snapshot())::text as xmax,
      (extract(epoch from clock_timestamp()) * 1000000)::bigint::text as time`);
  const [seen, snapshot] = [before[0], rows[0]];
  if (!seen || !snapshot) throw new Error('the source tells no snapshot');
  return {
    horizon: seen.blind ? null : seen.horizon,
    othersOpen: seen.open || seen.blind,
    xmin: BigInt(snapshot.xmin),
    xmax: BigInt(snapshot.xmax),
    time: BigInt(snapshot.time),
  };
}
