import { createHash } from 'node:crypto';
import type { Fact } from '../facts.ts';
import { join, literal, raw, sql, toQuery, type Sql } from '../sql.ts';

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
  /** The contribution as several sets of cells that add up to it, where adding them up is left to the caller. */
  parts?(rows: Sql): readonly Sql[];
  /** Further cells of the same table, each the sum of some of those that the contribution holds. */
  coarser?(cells: Sql): Sql;
  /** Where cells of other rollups are added up instead of rows: its difference is that of theirs, and no row is read again for it. */
  from?: { rollups: readonly Rollup[]; cells(relations: readonly Sql[]): Sql };
}

export const relationOf = ({ fact }: Rollup): Sql => raw(fact.relation);
const names = (columns: readonly RollupColumn[]): Sql => raw(columns.map((column) => column.name).join(', '));

export function createStatement(rollup: Rollup): string {
  const key = rollup.key.map((column) => `  ${column.name} ${column.type} not null`);
  const measures = rollup.measures.map((column) => `  ${column.name} ${column.type} not null default 0`);
  return `create table ${rollup.table} (\n${[...key, ...measures].join(',\n')},\n  primary key (${rollup.key.map((column) => column.name).join(', ')})\n)`;
}

const columnsOf = (rollup: Rollup): Sql => names([...rollup.key, ...rollup.measures]);
/** No cell of zeros, as a delta leaves none either. */
const notZero = (rollup: Rollup, cells: Sql): Sql => sql`select ${columnsOf(rollup)} from (
${cells}
) c where ${join(
  rollup.measures.map(({ name }) => raw(`c.${name} <> 0`)),
  ' or ',
)}`;

function allCells(rollup: Rollup, rows: Sql): Sql {
  if (!rollup.coarser) return rollup.contribution(rows);
  return sql`with fine as materialized (
${rollup.contribution(rows)}
)
select ${columnsOf(rollup)} from fine
union all
${rollup.coarser(raw('fine'))}`;
}

/** What rows contribute. */
export const cellsOf = (rollup: Rollup, rows: Sql): Sql => notZero(rollup, allCells(rollup, rows));
/** Sorted, so that the primary key is filled from left to right. */
const sortedCells = (rollup: Rollup, rows: Sql): Sql => sql`${cellsOf(rollup, rows)} order by ${names(rollup.key)}`;

export const buildStatement = (rollup: Rollup, rows: Sql = relationOf(rollup)): Sql =>
  sql`insert into ${raw(rollup.table)} (${columnsOf(rollup)})
${sortedCells(rollup, rows)}`;

/** Sums up the cells of the rollups it comes from, of one shop or of all. */
export function summedStatement(rollup: Rollup, shop?: string): Sql {
  if (!rollup.from) throw new Error(`${rollup.table} adds up rows, not the cells of others.`);
  const kept = rollup.from.rollups.map(({ table }) =>
    shop === undefined ? raw(table) : sql`(select * from ${raw(table)} where shop = ${literal(shop)})`,
  );
  return sql`insert into ${raw(rollup.table)} (${columnsOf(rollup)})
${notZero(rollup, rollup.from.cells(kept))} order by ${names(rollup.key)}`;
}

/** Fills an empty table. */
export const fillStatement = (rollup: Rollup): Sql => (rollup.from ? summedStatement(rollup) : buildStatement(rollup));

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

const differenceOf = ({ table }: Rollup): Sql => raw(`pg_temp.${table.replace('mart.', '')}_difference`);

/** Contributions minus the earlier ones, key by key; only keys where something changed. */
function differenceStatements(rollup: Rollup, before: Sql, after: Sql): Sql[] {
  const into = differenceOf(rollup);
  const table = sql`create temp table ${into} on commit drop as`;
  if (rollup.from) return [sql`${table}\n${notZero(rollup, rollup.from.cells(rollup.from.rollups.map(differenceOf)))}`];
  const changed = join(
    rollup.measures.map(({ name }) => raw(`sum(sign * ${name}) <> 0`)),
    ' or ',
  );
  const sums = join(
    rollup.measures.map(({ name }) => raw(`sum(sign * ${name}) as ${name}`)),
    ', ',
  );
  const signed = (sign: '1' | '-1', rows: Sql): Sql[] =>
    (rollup.parts?.(rows) ?? [rollup.contribution(rows)]).map(
      (cells) => sql`select ${raw(sign)} as sign, ${columnsOf(rollup)} from (${cells}) c`,
    );
  const fine = sql`${table}
select ${names(rollup.key)}, ${sums} from (
${join([...signed('-1', before), ...signed('1', after)], '\nunion all\n')}
) both_sides group by ${names(rollup.key)} having ${changed}`;
  if (!rollup.coarser) return [fine];
  return [fine, sql`insert into ${into} (${columnsOf(rollup)})\n${notZero(rollup, rollup.coarser(into))}`];
}

/** A cell that becomes all zero goes instead of being written once more. */
function applyStatement(rollup: Rollup): Sql {
  const columns = [...rollup.key, ...rollup.measures];
  const each = (of: (name: string) => string, separator: string, from = rollup.measures): Sql =>
    join(
      from.map(({ name }) => raw(of(name))),
      separator,
    );
  return sql`merge into ${raw(rollup.table)} t using ${differenceOf(rollup)} x on ${each((name) => `t.${name} = x.${name}`, ' and ', [...rollup.key])}
when matched and ${each((name) => `t.${name} + x.${name} = 0`, ' and ')} then delete
when matched then update set ${each((name) => `${name} = t.${name} + x.${name}`, ', ')}
when not matched then insert (${names(columns)}) values (${each((name) => `x.${name}`, ', ', columns)})`;
}

/** Everything that takes `before` out of rollups of one fact and puts `after` in, as one script. */
export function deltaScript(rollups: readonly Rollup[], before: Sql, after: Sql): string {
  return [
    ...rollups.flatMap((rollup) => [...differenceStatements(rollup, before, after), applyStatement(rollup)]),
    sql`drop table ${join(rollups.map(differenceOf), ', ')}`,
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
