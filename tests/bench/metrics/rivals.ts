import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { plainStatements, type MetricId, type MetricRequest } from '@rapport/model/metrics';
import type { Dimension } from '@rapport/model/vocabulary';
import type { Point, Question, Told } from './asking.ts';
import { SHOP } from './orders.ts';

/** A figure of a rival: in stored units, by month and slice. */
export type Figures = Map<string, number>;

export const statementsOf = ({ metric, from, to, by }: Question): string[] => {
  const request: MetricRequest = {
    metrics: [metric as MetricId],
    period: { from, to },
    grain: 'MONTH',
    by: by ? [by as Dimension] : [],
    where: [{ dimension: 'SHOP', in: [SHOP] }],
  };
  return plainStatements(request);
};

const keyOf = (bucket: string, slice: string): string => `${bucket.slice(0, 7)} ${slice}`;

export async function byPlainSql(pool: pg.Pool, statement: string): Promise<Figures> {
  const { rows } = await pool.query<{ bucket: string; k1: string; numbers: (number | null)[] }>(statement);
  return new Map(rows.map(({ bucket, k1, numbers }) => [keyOf(bucket, k1), numbers[0] ?? 0]));
}

const types: Readonly<Record<string, string>> = {
  uuid: 'UUID',
  text: 'VARCHAR',
  boolean: 'BOOLEAN',
  date: 'DATE',
  bigint: 'BIGINT',
  integer: 'INTEGER',
  smallint: 'SMALLINT',
  'character(3)': 'VARCHAR',
  'timestamp with time zone': 'TIMESTAMPTZ',
  'integer[]': 'INTEGER[]',
};

/** The columns of the journey that the statements speak of; lists of codes stay behind, no statement of DuckDB's cuts by them. */
async function columnsOf(pool: pg.Pool, statements: readonly string[]): Promise<{ name: string; type: string }[]> {
  const named = new Set(statements.flatMap((text) => [...text.matchAll(/\bj\.(\w+)/g)].map(([, name]) => name)));
  const { rows } = await pool.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = 'journey.order_journey'::regclass and attnum > 0 and not attisdropped order by attnum`,
  );
  return rows.filter(({ name, type }) => named.has(name) && types[type]);
}

/** The same facts in memory, exported by COPY; only the columns that are asked for, which is to its advantage. */
export class Duck {
  readonly #connection: DuckDBConnection;
  readonly #instance: DuckDBInstance;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async over(
    pool: pg.Pool,
    folder: string,
    statements: readonly string[],
  ): Promise<{ duck: Duck; bytes: number }> {
    const columns = await columnsOf(pool, statements);
    const file = join(folder, 'journey.csv');
    const selected = columns.map(({ name, type }) =>
      type.endsWith('[]') ? `translate(${name}::text, '{}', '[]') as ${name}` : name,
    );
    await pool.query(
      `copy (select ${selected.join(', ')} from journey.order_journey) to '${file}' with (format csv, header)`,
    );
    const bytes = statSync(file).size;
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const typed = columns.map(({ name, type }) => `'${name}': '${types[type]}'`).join(', ');
    await connection.run('create schema journey; create schema core');
    await connection.run(
      `create table journey.order_journey as select * from read_csv('${file}', header = true, columns = {${typed}})`,
    );
    const { rows } = await pool.query<{ as_of: string }>(`select as_of::text from core.shops where shop = '${SHOP}'`);
    await connection.run(`create table core.shops as select '${SHOP}' as shop, date '${rows[0]?.as_of}' as as_of`);
    rmSync(file);
    return { duck: new Duck(instance, connection), bytes };
  }

  async figures(statement: string): Promise<Figures> {
    const reader = await this.#connection.runAndReadAll(
      `select bucket::varchar as bucket, k1, numbers[1] as number from (${statement}) plain`,
    );
    return new Map(
      (reader.getRowsJson() as [string, string, number | null][]).map(([bucket, k1, number]) => [
        keyOf(bucket, k1),
        number ?? 0,
      ]),
    );
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

/** Stored units for each unit told: minor units, seconds. */
const SCALES = [1, 60, 100, 3_600, 10_000, 86_400, 1_000];

const told = ({ numerator, value }: Point): number => numerator ?? value ?? 0;

/** Do the answer's figures stand in the rival's, all in one scale? An order of magnitude apart from rounding is another figure. */
export function agree({ series }: Told, figures: Figures): boolean {
  const points = series.flatMap(({ key, points: each }) =>
    each.map((point) => ({ mine: told(point), theirs: figures.get(keyOf(point.bucket, key[0]?.value ?? '')) ?? 0 })),
  );
  return SCALES.some((scale) =>
    points.every(({ mine, theirs }) => Math.abs(mine * scale - theirs) <= Math.max(1e-6, Math.abs(theirs) * 0.005)),
  );
}
