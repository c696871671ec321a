import pg from 'pg';
import { minorDigits } from '@rapport/model/vocabulary';
import {
  namesCustomer,
  ownCustomer,
  parentsOf,
  storedName,
  type FeedColumn,
  type FeedContract,
} from '../feeds/contract.ts';
import type { Source } from '../source/source.ts';

/** The order in which rows of one id compete; the first wins. */
export const latestFirst = 'source_version desc nulls last, file_time desc, record_no desc, row_hash desc';
/** The same order as a value that can be compared. */
export const versionOf = (row: string): string =>
  `(coalesce(${row}.source_version, '-infinity'), ${row}.file_time, ${row}.record_no, ${row}.row_hash)`;

const LONGEST_ID = 255;

export interface StagedFile {
  fileId: string;
  fileTime: Date;
}

/**
 * The feed's own SELECT, cast to the contract, with ids, parents, stored values, row hash and the reason for refusal.
 * Layers: s the source's columns · t typed · i with ids and stored values. Everything is decided here, outside the lock.
 * `offset 0` keeps the planner from inlining i, which would compute each id again wherever it is used.
 */
export function stageSelect(
  source: Source,
  contract: FeedContract,
  feedSql: string,
  given: ReadonlySet<string>,
  files: readonly StagedFile[],
): string {
  const columns = Object.entries(contract.columns);
  const typed = columns.map(([name, column]) => `${typedColumn(name, column, given.has(name))} as ${name}`);
  const stored = storedColumns(contract, source);
  const version = contract.columns['source_version'] ? [] : ['null::timestamptz as source_version'];
  const extra = carriedColumns(contract).map(([name]) => `t.${name}`);
  const refused = refusal(contract, minorDigits(source.shop.currency), contract.shape === 'content' ? 't' : 'i', given);
  const typedRows = `(select s.file_id, s.record_no, ${typed.join(', ')} from (${feedSql}\n) s) t`;
  if (contract.shape === 'content') {
    return `select t.file_id, t.record_no, ${contentId(contract, source)} as id, ${stored.join(', ')}, ${refused} as refusal from ${typedRows}`;
  }
  return `
    select i.*, hash_record_extended(row(${hashed(contract)}), 0) as row_hash, ${refused} as refusal, false as healed
    from (
      select t.file_id, t.record_no, ${fileTime(files)} as file_time, ${idOf(contract, source)} as id,
        ${[...customerOf(contract, source), ...stored, ...extra, ...version].join(', ')}
      from ${typedRows} offset 0
    ) i`;
}

/** Columns of the feed's table that come from the feed, derived ones among them. */
export function storedNames(contract: FeedContract): string[] {
  const own = Object.entries(contract.columns).flatMap(([name, column]) => storedName(name, column) ?? []);
  const named = namesCustomer(contract) ? ['named_customer_id'] : [];
  return [...own, ...Object.keys(contract.derived), ...named].filter(
    (name) => name !== 'source_version' && name !== 'external_id',
  );
}

/** The columns by which staged rows meet others: what a planner must know of them. Statistics of every column take five times as long. */
export function joinedColumns(contract: FeedContract): string[] {
  const own = namedCustomer(contract) ? [ownCustomer(contract)] : [];
  return ['id', ...parentsOf(contract).map(({ into }) => into), ...own];
}

/** Columns of the stage table that are not stored: what the source said, needed for placeholders, contacts and hashing. */
export function carriedColumns(contract: FeedContract): [name: string, type: string][] {
  return Object.entries(contract.columns).flatMap(([name, column]): [string, string][] =>
    storedName(name, column) === name ? [] : [[name, column.type]],
  );
}

/** Columns of the feed's table that come from the feed, with the SQL over the typed row that gives them. */
function storedColumns(contract: FeedContract, source: Source): string[] {
  const own = Object.entries(contract.columns).flatMap(([name, column]) => {
    const into = storedName(name, column);
    if (into === null) return [];
    if (column.role.is === 'amount')
      return [`${minorAmount(`t.${name}`, minorDigits(source.shop.currency))} as ${into}`];
    if ('concept' in column.role)
      return [`core.id_of('${column.role.concept}', ${shopOf(source)}, t.${name}) as ${into}`];
    return [`t.${name}`];
  });
  const derived = Object.entries(contract.derived).map(([name, sql]) => {
    const text = sql
      .replaceAll('{shop}', shopOf(source))
      .replaceAll('{zone}', pg.escapeLiteral(source.shop.zone))
      .replaceAll('{currency}', pg.escapeLiteral(source.shop.currency));
    return `${text} as ${name}`;
  });
  return [...own, ...derived];
}

function typedColumn(name: string, column: FeedColumn, isGiven: boolean): string {
  const { type, fallback } = column;
  if (!isGiven) return `${fallback ?? 'null'}::${type}`;
  const text = type === 'text' ? `nullif(s.${name}::text, '')` : `s.${name}::${digitsOf(type) ? 'numeric' : type}`;
  return fallback === null ? text : `coalesce(${text}, ${fallback}::${type})`;
}

/** Digits before and behind the point that a column has room for; more before it refuse the row instead of the statement. */
function digitsOf(type: string): { whole: number; scale: number } | null {
  const [, precision, scale] = /^numeric\((\d+),(\d+)\)$/.exec(type) ?? [];
  return precision === undefined ? null : { whole: Number(precision) - Number(scale), scale: Number(scale) };
}

/** An event's id holds its parent and its time: it needs no row in core.identity, and two times are two events. */
function idOf(contract: FeedContract, source: Source): string {
  const parents = contract.shape === 'event' ? parentsOf(contract).map(({ name }) => `t.${name}`) : [];
  const time = contract.at ? [`extract(epoch from t.${contract.at})`] : [];
  const key = [...parents, 't.external_id', ...time].join(' || chr(31) || ');
  return `core.id_of('${contract.concept}', ${shopOf(source)}, ${key})`;
}

/** Nothing refers to a row of content, so its id need not be made from text: the values are hashed, an absent one apart from an empty one. */
function contentId(contract: FeedContract, source: Source): string {
  const values = Object.keys(contract.columns).map((name) => `t.${name}`);
  return `hash_record_extended(row(${shopOf(source)}::text, ${values.join(', ')}), 0)`;
}

/**
 * Whose a row is by what it says itself. A guest's id comes from its row, so the same row has the same guest in every load; a
 * visitor's comes from the visitor, or the visit. Rows with parents learn their customer when these are known.
 */
function customerOf(contract: FeedContract, source: Source): string[] {
  const named = namedCustomer(contract);
  if (!named) return [];
  return [
    `core.id_of('customer', ${shopOf(source)}, ${named}) as ${ownCustomer(contract)}`,
    'null::uuid as named_customer_id',
  ];
}

/** The external id of the customer a row names or makes; null where only its parent can say. */
function namedCustomer({ shape, concept, columns }: FeedContract): string | null {
  if (shape === 'order') return `coalesce(t.customer_ref, 'guest:' || t.external_id)`;
  if (shape === 'owned') return `coalesce(t.customer_ref, 'guest:${concept}:' || t.external_id)`;
  if (shape === 'event' && columns['customer_ref'])
    return `coalesce(t.customer_ref, 'visitor:' || t.visitor_ref, 'visit:' || t.visit_ref)`;
  return null;
}

/**
 * What the source said, never ids, provenance or sealed values, whose bytes are of one house's key. Hashed as values, not as text: a third of the cost, and absent is apart from empty.
 * Partitioned tables rely on the same functions, so an upgrade of PostgreSQL does not change them.
 */
function hashed(contract: FeedContract): string {
  return Object.entries(contract.columns)
    .filter(([name, { role }]) => name !== 'source_version' && name !== 'external_id' && role.is !== 'contact')
    .map(([name, column]) => `i.${name}${column.role.is === 'amount' ? '_minor' : ''}`)
    .join(', ');
}

function fileTime(files: readonly StagedFile[]): string {
  const [first, ...others] = files.map(({ fileId, fileTime: time }) => ({
    fileId,
    time: `timestamptz '${time.toISOString()}'`,
  }));
  if (!first) return 'null::timestamptz';
  if (others.length === 0) return first.time;
  return `case t.file_id ${[first, ...others].map(({ fileId, time }) => `when '${fileId}' then ${time}`).join(' ')} end`;
}

/** The first thing wrong with a row, as reason:field; null for a good one. */
function refusal(contract: FeedContract, digits: number, alias: string, given: ReadonlySet<string>): string {
  const cases = Object.entries(contract.columns).flatMap(([name, column]) => {
    if (!given.has(name)) return [];
    const mine: [condition: string, reason: string][] = [];
    if (column.required) mine.push([`${alias}.${name} is null`, 'missing_value']);
    if (column.role.is === 'amount') {
      mine.push([`not ${alias}.${name} between -1e13 and 1e13`, 'number_out_of_range']);
      mine.push([`${alias}.${name} <> round(${alias}.${name}, ${digits})`, 'amount_too_precise']);
    }
    if (column.type === 'timestamptz' || column.type === 'date') {
      mine.push([`not ${alias}.${name} between '1990-01-01' and '2100-01-01'`, 'implausible_date']);
    }
    if (isIndexed(name, column)) mine.push([`octet_length(${alias}.${name}) > ${LONGEST_ID}`, 'value_too_long']);
    const room = digitsOf(column.type);
    if (room) mine.push([`abs(round(${alias}.${name}, ${room.scale})) >= 1e${room.whole}`, 'number_out_of_range']);
    if (column.codes?.closed) {
      const codes = Object.keys(column.codes.list).map(pg.escapeLiteral).join(', ');
      mine.push([`${alias}.${name} not in (${codes})`, 'unknown_code']);
    }
    return mine.map(([condition, reason]) => `when ${condition} then '${reason}:${name}'`);
  });
  const checks = contract.checks
    .filter(({ field }) => given.has(field))
    .map(({ reason, field, sql }) => `when not (${sql}) then '${reason}:${field}'`);
  return cases.length + checks.length > 0 ? `case ${[...cases, ...checks].join(' ')} end` : 'null::text';
}

/** Texts that are keys of tables or of rollups: an index takes no long ones. */
function isIndexed(name: string, { type, codes, role }: FeedColumn): boolean {
  if (type !== 'text') return false;
  return name === 'external_id' || codes !== null || !['value', 'contact'].includes(role.is);
}

/** Out-of-range amounts stay null here: the row is refused for them anyway, and the cast must not fail. */
function minorAmount(name: string, digits: number): string {
  return `case when ${name} between -1e13 and 1e13 then (${name} * ${10 ** digits})::bigint end`;
}

function shopOf(source: Source): string {
  return pg.escapeLiteral(source.shop.code);
}
