import type { ChartTable } from '../../charts/index.ts';
import { plain } from '../../format/number.ts';
import type { Lang } from '../../metric/types.ts';

type Raw = string | number | null;
type Row = Map<string, Raw>;
type Fields = Record<string, unknown>;

export interface NamedTable {
  /** Where it stands in the answer: the field, or its alias. */
  name: string;
  table: ChartTable;
  /** Rows of the answer that are not in the table. */
  left: number;
}

export const MOST_ROWS = 500;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOfFields = (value: unknown): value is Fields[] => Array.isArray(value) && value.every(isFields);
const isText = (value: Fields): boolean => {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key === 'en' || key === 'zh');
};

function scalar(value: unknown): Raw {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** What stands for a thing where there is room for one word only. */
function word(value: unknown, lang: Lang): string {
  if (!isFields(value)) return String(scalar(value) ?? '');
  if (isText(value)) return String(scalar(value[lang] ?? value['en'] ?? value['zh']) ?? '');
  if ('amount' in value) return [value['amount'], value['currency']].filter(Boolean).join(' ');
  return word(value['label'] ?? value['title'] ?? Object.values(value).find((inner) => inner !== null), lang);
}

function add(row: Row, path: string, value: unknown, lang: Lang): void {
  if (Array.isArray(value)) row.set(path, value.map((item) => word(item, lang)).join(' · '));
  else if (!isFields(value)) row.set(path, scalar(value));
  else if (isText(value)) row.set(path, word(value, lang));
  else for (const [name, inner] of Object.entries(value)) add(row, path ? `${path}.${name}` : name, inner, lang);
}

function rowOf(value: Fields, lang: Lang): Row {
  const row: Row = new Map();
  add(row, '', value, lang);
  return row;
}

/** A list in which each row holds a list of its own is told row by row of the inner one: series and their points, cohorts and their cells. */
const INNER = ['points', 'shareBack', 'cells', 'steps', 'slices'];

function rowsOf(list: readonly Fields[], lang: Lang): Row[] {
  return list.flatMap((item) => {
    const inner = INNER.find((name) => isListOfFields(item[name]));
    if (inner === undefined) return [rowOf(item, lang)];
    const { [inner]: rows, ...rest } = item;
    const outer = rowOf(
      Object.fromEntries(Object.entries(rest).filter(([, value]) => !isListOfFields(value) || isKey(value))),
      lang,
    );
    return (rows as Fields[]).map((row) => new Map([...outer, ...rowOf(row, lang)]));
  });
}

/** Dimension values of a slice: a list that is one name. */
const isKey = (value: Fields[]): boolean => value.every((item) => 'value' in item && 'label' in item);

/** Four decimals are enough to read; every digit is in the JSON and in the CSV. */
const written = (value: Raw): string =>
  typeof value === 'number' ? plain(value, Number.isInteger(value) ? 0 : 4) : (value ?? '');

/** What is the same in every row says least: it stands behind. */
function whatVariesFirst(rows: readonly Row[], columns: readonly string[]): string[] {
  if (rows.length < 2) return [...columns];
  const varies = (column: string): boolean => new Set(rows.map((row) => row.get(column) ?? null)).size > 1;
  return [...columns.filter(varies), ...columns.filter((column) => !varies(column))];
}

function tableOf(name: string, list: readonly Fields[], lang: Lang): NamedTable {
  const all = rowsOf(list, lang);
  const rows = all.slice(0, MOST_ROWS);
  const columns = whatVariesFirst(
    rows,
    [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((column) =>
      rows.some((row) => (row.get(column) ?? '') !== ''),
    ),
  );
  const numeric = new Set(columns.filter((column) => rows.every((row) => typeof (row.get(column) ?? 0) === 'number')));
  return {
    name,
    left: all.length - rows.length,
    table: {
      columns: columns.map((label) => ({ label, numeric: numeric.has(label) })),
      rows: rows.map((row) => {
        const raw = columns.map((column) => row.get(column) ?? null);
        return { raw, cells: raw.map(written) };
      }),
    },
  };
}

function tablesIn(name: string, value: unknown, lang: Lang): NamedTable[] {
  if (isListOfFields(value)) return value.length === 0 ? [] : [tableOf(name, value, lang)];
  if (!isFields(value)) return value === undefined ? [] : [tableOf(name, [{ [name]: value }], lang)];
  if (isListOfFields(value['edges']) && value['nodes'] === undefined)
    return tablesIn(
      name,
      value['edges'].map(({ node }) => node),
      lang,
    );
  const lists = Object.entries(value).filter(([, inner]) => isListOfFields(inner) && inner.length > 0);
  const only = lists.length === 1;
  // A page without rows is a table without rows, not a row without anything.
  if (lists.length === 0) return [tableOf(name, Array.isArray(value['nodes']) ? [] : [value], lang)];
  return lists.flatMap(([field, inner]) => tablesIn(only ? name : `${name}.${field}`, inner, lang));
}

/** An answer as tables: one for each list that was asked for, texts in the reader’s language, figures as they came. */
export const tablesOf = (data: Readonly<Record<string, unknown>>, lang: Lang): NamedTable[] =>
  Object.entries(data).flatMap(([name, value]) => tablesIn(name, value, lang));
