import type pg from 'pg';
import type { FeedColumn } from '../feeds/contract.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { StagedFeed } from '../stage/stage-feed.ts';

/** Above so many rows the columns are read from a sample of about SAMPLE: a share is then known to half a point. */
const READ_WHOLE = 30_000;
const SAMPLE = 15_000;
const MOST_CODES = 60;
const LONGEST_CODE = 40;

/** How a delivery came: only deliveries of one kind are compared. */
export type DeliveryKind = 'snapshot' | 'delta' | 'batch';

export interface ColumnProfile {
  /** Share of rows without a value, where it may be absent. */
  nulls?: number;
  /** Of magnitudes other than 0: how many there are, and their quartiles. */
  numbers?: { n: number; quartiles: [number, number, number] };
  /** Share of each code among the rows that have one. */
  codes?: Record<string, number>;
}

export interface FeedProfile {
  feed: string;
  delivery: DeliveryKind;
  files: number;
  rows: number;
  sampled: number;
  columns: Record<string, ColumnProfile>;
}

interface Asked {
  nulls: string[];
  numbers: string[];
  codes: string[];
}

/** What a feed's staged rows look like: one pass, and one more for its codes. Every column of a contract is staged under its own name. */
export async function profileOf(
  db: pg.Client,
  source: Source,
  staged: StagedFeed,
  delivery: DeliveryKind,
): Promise<FeedProfile> {
  const { feed, files } = staged;
  const rows = files.reduce((sum, { read, quarantined }) => sum + read - quarantined, 0);
  const share = rows > READ_WHOLE ? ` tablesample system (${((100 * SAMPLE) / rows).toFixed(4)}) repeatable (1)` : '';
  const from = workTable.staged(source, feed.feed) + share;
  const asked = askedOf(staged);
  const { sampled, columns } = await readColumns(db, from, asked);
  for (const [name, codes] of await readCodes(db, from, asked.codes)) (columns[name] ??= {}).codes = codes;
  return { feed: feed.feed, delivery, files: files.length, rows, sampled, columns };
}

function askedOf({ contract, given }: StagedFeed): Asked {
  const own = Object.entries(contract.columns).filter(
    ([name]) => name !== 'external_id' && name !== 'source_version' && (given === null || given.has(name)),
  );
  const named = (are: (column: FeedColumn) => boolean): string[] =>
    own.filter(([, column]) => are(column)).map(([name]) => name);
  return {
    nulls: named(({ required }) => !required),
    numbers: named(({ type }) => /^(smallint|integer|bigint|numeric|double precision)/.test(type)),
    codes: named(({ codes }) => codes !== null),
  };
}

async function readColumns(
  db: pg.Client,
  from: string,
  { nulls, numbers }: Asked,
): Promise<{ sampled: number; columns: Record<string, ColumnProfile> }> {
  const quartiles = (name: string): string =>
    `percentile_disc(array[0.25, 0.5, 0.75]) within group (order by abs(${name})::float8) filter (where ${name} <> 0)`;
  const parts = [
    'count(*)::float8 as n',
    ...nulls.map((name, at) => `count(${name})::float8 as v${at}`),
    ...numbers.flatMap((name, at) => [
      `count(*) filter (where ${name} <> 0)::float8 as c${at}`,
      `${quartiles(name)} as q${at}`,
    ]),
  ];
  const { rows } = await db.query<Record<string, number | [number, number, number] | null>>(
    `select ${parts.join(', ')} from ${from}`,
  );
  const found = rows[0] ?? {};
  const sampled = Number(found['n'] ?? 0);
  const columns: Record<string, ColumnProfile> = {};
  for (const [at, name] of nulls.entries())
    if (sampled > 0) columns[name] = { nulls: 1 - Number(found[`v${at}`]) / sampled };
  for (const [at, name] of numbers.entries()) {
    const three = found[`q${at}`];
    if (Array.isArray(three)) (columns[name] ??= {}).numbers = { n: Number(found[`c${at}`]), quartiles: three };
  }
  return { sampled, columns };
}

async function readCodes(
  db: pg.Client,
  from: string,
  names: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const found = new Map<string, Record<string, number>>();
  if (names.length === 0) return found;
  const values = names.map((name, at) => `(${at}, left(${name}::text, ${LONGEST_CODE}))`);
  const { rows } = await db.query<{ at: number; code: string; share: number }>(
    `select at, code, n / sum(n) over (partition by at) as share from (
       select at, code, count(*)::float8 as n from ${from} cross join lateral (values ${values.join(', ')}) c(at, code)
       where code is not null group by at, code) counted
     order by at, share desc`,
  );
  for (const { at, code, share } of rows) {
    const name = names[at] ?? '';
    const codes = found.get(name) ?? {};
    if (Object.keys(codes).length < MOST_CODES) codes[code] = share;
    found.set(name, codes);
  }
  return found;
}
