import pg from 'pg';
import { instantOr } from './instant.ts';

/** What a query needs: satisfied by a pool, and by one client inside a transaction. */
export interface Queryable {
  query<Row extends object = Record<string, unknown>>(
    text: string,
    values?: unknown[],
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** Whole numbers beyond 2^53 would silently lose digits as a JavaScript number: they stop here instead. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The database holds ${text}, which a number cannot carry exactly.`);
  return value;
}

const { INT8, NUMERIC, DATE, TIMESTAMPTZ } = pg.types.builtins;
const ownParsers = new Map<number, (text: string) => unknown>([
  [INT8, wholeNumber],
  [NUMERIC, Number],
  [DATE, (text) => text],
  [TIMESTAMPTZ, instantOr(pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown)],
]);

/**
 * How values come out of PostgreSQL: a date is its text (`YYYY-MM-DD`: a day is not an instant), bigint a checked number,
 * numeric a number (metrics are divided in SQL), timestamptz a Date.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: Parameters<typeof pg.types.getTypeParser>[0]) =>
    ownParsers.get(oid) ?? (pg.types.getTypeParser(oid) as (text: string) => unknown),
};

export interface PoolOptions {
  /** Connections at most. */
  max?: number;
  /** Shown in pg_stat_activity. */
  application?: string;
  /** Milliseconds a statement may take; 0 = no limit. */
  statementTimeout?: number;
  /** Milliseconds to wait for a free connection. */
  connectionTimeout?: number;
  /** Milliseconds after which the server notices, in the middle of a statement, that its client has gone; 0 = only when it ends. */
  noticeGone?: number;
}

/** A pool whose sessions run in UTC; days are decided at load, so no query may depend on a session's zone. */
export function openPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.application ?? 'rapport',
    statement_timeout: options.statementTimeout ?? 0,
    connectionTimeoutMillis: options.connectionTimeout ?? 10_000,
    options: `-c TimeZone=UTC -c DateStyle=ISO,YMD -c client_connection_check_interval=${options.noticeGone ?? 0}`,
    types: typeParsers,
  });
  // A connection the server drops must not take the process down, neither idle nor lent: its holder hears of it by the query
  // that fails, and the next query opens a new one.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
