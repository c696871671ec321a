import pg from 'pg';
import type { Moment } from './moment.ts';

/** The cursor column as PostgreSQL has it. */
export interface CursorColumn {
  /** Quoted, behind the alias q. */
  sql: string;
  type: 'timestamptz' | 'timestamp' | 'date' | 'bigint' | 'numeric';
  lag: string | number;
}

/** What an earlier look had read up to. It holds once everything that was open then has ended. */
interface Mark {
  value: string;
  time: string;
  xmax: string;
}

export interface Position {
  /** Nothing at or before it is missing; null: everything is read. */
  at: string | null;
  marks: Mark[];
}

const LAG_OF_TIMES = '5 minutes';
const LAG_OF_NUMBERS = 1_000;
const MOST_MARKS = 100;
const types: Record<number, CursorColumn['type']> = {
  20: 'bigint',
  21: 'bigint',
  23: 'bigint',
  1700: 'numeric',
  1082: 'date',
  1114: 'timestamp',
  1184: 'timestamptz',
};

/** Null: a column of another type does not tell what came later. */
export function cursorColumn(sql: string, typeId: number, lag: string | number | undefined): CursorColumn | null {
  const type = types[typeId];
  if (!type) return null;
  return { sql, type, lag: lag ?? (isTime({ type }) ? LAG_OF_TIMES : LAG_OF_NUMBERS) };
}

export const isTime = ({ type }: Pick<CursorColumn, 'type'>): boolean => type !== 'bigint' && type !== 'numeric';

export function readPosition(kept: unknown): Position {
  const { at = null, marks = [] } = (kept ?? {}) as Partial<Position>;
  return { at, marks };
}

/** The rows that may be new: from the position on, less the lag; a row without a value can be told from no other. */
export async function filterFrom(client: pg.Client, { at }: Position, column: CursorColumn): Promise<string> {
  if (at === null) return 'true';
  const { sql, type, lag } = column;
  const back = typeof lag === 'number' ? `${lag}` : `interval ${pg.escapeLiteral(lag)}`;
  const { rows } = await client.query<{ low: string }>(
    `select (${pg.escapeLiteral(at)}::${type} - ${back})::${type}::text as low`,
  );
  return `(q.${sql} >= ${pg.escapeLiteral(rows[0]?.low ?? at)}::${type} or q.${sql} is null)`;
}

/** The rows of a stretch of time; null: the column holds none. */
export function filterWithin(
  { from, to }: { from: Date; to: Date },
  column: CursorColumn,
  zone: string,
): string | null {
  if (!isTime(column)) return null;
  const at = (moment: Date) => timeOf(moment.toISOString(), column.type, zone);
  const last = column.type === 'date' ? '<=' : '<';
  return `(q.${column.sql} >= ${at(from)} and q.${column.sql} ${last} ${at(to)})`;
}

/**
 * Where the next look may begin. Times of rows that are not committed yet are never older than the start of their transaction:
 * the position stays before the oldest that is open. Of numbers, and of times where open transactions cannot be seen, it goes to
 * what an earlier look had read once every transaction of that moment has ended.
 */
export async function nextPosition(
  client: pg.Client,
  { at, marks }: Position,
  column: CursorColumn,
  from: string,
  { moment, zone }: { moment: Moment; zone: string },
): Promise<Position> {
  const { sql, type } = column;
  const cap = isTime(column) ? `, ${timeOf(moment.horizon, type, zone)}` : '';
  const floor = at === null ? '' : `${pg.escapeLiteral(at)}::${type}, `;
  const { rows } = await client.query<{ value: string | null }>(
    `select greatest(${floor}case when max(q.${sql}) is not null then least(max(q.${sql})${cap}) end)::text as value from ${from}`,
  );
  const value = rows[0]?.value ?? null;
  if (value === null) return { at, marks };
  if (isTime(column) && moment.horizon !== null) return { at: value, marks: [] };
  if (!moment.othersOpen && moment.xmin === moment.xmax) return { at: value, marks: [] };
  const horizon = moment.horizon === null ? null : await microseconds(client, moment.horizon);
  const holds = (mark: Mark) => moment.xmin >= BigInt(mark.xmax) && (horizon === null || BigInt(mark.time) <= horizon);
  const last = marks.findLastIndex(holds);
  const mark = { value, time: String(moment.time), xmax: String(moment.xmax) };
  return { at: marks[last]?.value ?? at, marks: [...marks.slice(last + 1), mark].slice(-MOST_MARKS) };
}

/** Where nobody is seen, still no later than now: a row dated 9999 must not hide every other. */
function timeOf(horizon: string | null, type: CursorColumn['type'], zone: string): string {
  const moment = horizon === null ? 'clock_timestamp()' : `${pg.escapeLiteral(horizon)}::timestamptz`;
  return type === 'timestamptz' ? moment : `(${moment} at time zone ${pg.escapeLiteral(zone)})::${type}`;
}

async function microseconds(client: pg.Client, time: string): Promise<bigint> {
  const { rows } = await client.query<{ at: string }>(
    `select (extract(epoch from ${pg.escapeLiteral(time)}::timestamptz) * 1000000)::bigint::text as at`,
  );
  return BigInt(rows[0]?.at ?? 0);
}
