import { createHash } from 'node:crypto';
import type { Fact } from '../facts.ts';
import { join, raw, sql, toQuery, type Sql } from '../sql.ts';

export interface RollupColumn {
  name: string;
  type: string;
}

/** A table of mart: additive measures, a row for each key that has any. */
export interface Rollup {
  /** With its schema. */
  table: string;
  /** Whose rows it adds up. */
  fact: Fact;
  key: readonly RollupColumn[];
  measures: readonly RollupColumn[];
  /**
   * Key and measures of those of the fact's rows that are in `rows`, whose columns it reads as `j.…`. The one text behind first build,
   * delta, rebuild and verify. What several customers contribute adds up, so a part of the customers can be taken out and put back.
   */
  contribution(rows: Sql): Sql;
}

export const relationOf = ({ fact }: Rollup): Sql => raw(fact.relation);
const names = (columns: readonly RollupColumn[]): Sql => raw(columns.map((column) => column.name).join(', '));

export function createStatement(rollup: Rollup): string {
  const key = rollup.key.map((column) => `  ${column.name} ${column.type} not null`);
  const measures = rollup.measures.map((column) => `  ${column.name} ${column.type} not null default 0`);
  return `create table ${rollup.table} (\n${[...key, ...measures].join(',\n')},\n  primary key (${rollup.key.map((column) => column.name).join(', ')})\n)`;
}

const columnsOf = (rollup: Rollup): Sql => names([...rollup.key, ...rollup.measures]);
/** What rows contribute: no cell of zeros, as a delta leaves none either. */
export const cellsOf = (rollup: Rollup, rows: Sql): Sql => sql`select ${columnsOf(rollup)} from (
${rollup.contribution(rows)}
) c where ${join(
  rollup.measures.map(({ name }) => raw(`c.${name} <> 0`)),
  ' or ',
)}`;
/** Sorted, so that the primary key is filled from left to right. */
const sortedCells = (rollup: Rollup, rows: Sql): Sql => sql`${cellsOf(rollup, rows)} order by ${names(rollup.key)}`;

export const buildStatement = (rollup: Rollup, rows: Sql = relationOf(rollup)): Sql =>
  sql`insert into ${raw(rollup.table)} (${columnsOf(rollup)})
${sortedCells(rollup, rows)}`;

/** The contribution of `rows` in a table of its own: unlogged, for it can be made again. */
export const prepareStatement = (rollup: Rollup, rows: Sql, into: Sql): Sql =>
  sql`create unlogged table ${into} with (autovacuum_enabled = false) as
${sortedCells(rollup, rows)}`;

export const addPreparedStatement = (rollup: Rollup, prepared: Sql): Sql =>
  sql`insert into ${raw(rollup.table)} (${columnsOf(rollup)}) select ${columnsOf(rollup)} from ${prepared}`;

/** Changes whenever the table or what fills it changes. */
export const declarationHash = (rollup: Rollup): string =>
  createHash('sha256')
    .update(createStatement(rollup))
    .update(textOf(buildStatement(rollup)))
    .digest('hex');

/** Contributions minus the earlier ones, key by key; only keys where something changed. */
export function differenceStatement(rollup: Rollup, before: Sql, after: Sql, into: Sql): Sql {
  const changed = join(
    rollup.measures.map(({ name }) => raw(`sum(sign * ${name}) <> 0`)),
    ' or ',
  );
  const sums = join(
    rollup.measures.map(({ name }) => raw(`sum(sign * ${name}) as ${name}`)),
    ', ',
  );
  return sql`create temp table ${into} on commit drop as
select ${names(rollup.key)}, ${sums} from (
select -1 as sign, b.* from (${rollup.contribution(before)}) b
union all
select 1 as sign, a.* from (${rollup.contribution(after)}) a
) both_sides group by ${names(rollup.key)} having ${changed}`;
}

export function applyStatements(rollup: Rollup, difference: Sql): Sql[] {
  const table = raw(rollup.table);
  const added = join(
    rollup.measures.map(({ name }) => raw(`${name} = t.${name} + excluded.${name}`)),
    ', ',
  );
  const sameKey = join(
    rollup.key.map(({ name }) => raw(`t.${name} = x.${name}`)),
    ' and ',
  );
  const allZero = join(
    rollup.measures.map(({ name }) => raw(`t.${name} = 0`)),
    ' and ',
  );
  return [
    sql`insert into ${table} as t (${names([...rollup.key, ...rollup.measures])})
select ${names([...rollup.key, ...rollup.measures])} from ${difference} order by ${names(rollup.key)}
on conflict (${names(rollup.key)}) do update set ${added}`,
    sql`delete from ${table} t using ${difference} x where ${sameKey} and ${allZero}`,
  ];
}

/** Everything that takes `before` out of a rollup and puts `after` in, as one script. */
export function deltaScript(rollup: Rollup, before: Sql, after: Sql): string {
  const difference = raw(`pg_temp.${rollup.table.replace('mart.', '')}_difference`);
  return [
    differenceStatement(rollup, before, after, difference),
    ...applyStatements(rollup, difference),
    sql`drop table ${difference}`,
  ]
    .map(textOf)
    .join(';\n');
}

/** Text of a piece that binds nothing: declarations must stand in DDL and in scripts of several statements. */
export function textOf(piece: Sql): string {
  const { sql: text, params } = toQuery(piece);
  if (params.length > 0) throw new Error(`A rollup's SQL binds a value; write it as a literal: ${text.slice(0, 200)}`);
  return text;
}
