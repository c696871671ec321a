import { IngestError } from '../../kit/errors/ingest-error.ts';
import { isObject, parseJson, textOf } from '../../kit/json/parse.ts';

/** A table as it lies in JSON: where its records are, and where each column is in one of them. */
export interface JsonTable {
  rows: string | undefined;
  columns: { title: string; path: string | null }[];
  records: string[][];
  /** Lists inside the records: tables of their own. */
  lists: string[];
}

export function readLines(name: string, text: string): JsonTable {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return tableOf(
    undefined,
    lines.map((line, at) => parsed(name, line, at + 1)),
  );
}

export function readDocument(name: string, text: string): JsonTable {
  const document = parsed(name, text, 1);
  const [path, list] = longestList(document, []) ?? [[], []];
  return tableOf(path.length === 0 ? undefined : `${path.join('.')}[]`, list);
}

function parsed(name: string, text: string, line: number): unknown {
  try {
    return parseJson(text);
  } catch {
    const problem = `line ${line} is no JSON; a sample must be whole`;
    throw new IngestError('file_unreadable', { file: name, problem });
  }
}

/** The list that holds most records; one that stands in a record is none. */
function longestList(value: unknown, path: string[]): [string[], unknown[]] | null {
  if (Array.isArray(value)) return [path, value];
  if (!isObject(value)) return null;
  const found = Object.entries(value).flatMap(([key, inner]) => {
    const one = longestList(inner, [...path, key]);
    return one && one[1].some(isObject) ? [one] : [];
  });
  return found.reduce<[string[], unknown[]] | null>(
    (best, one) => (best && best[1].length >= one[1].length ? best : one),
    null,
  );
}

function tableOf(rows: string | undefined, records: readonly unknown[]): JsonTable {
  const places = new Map<string, string[]>();
  const lists = new Set<string>();
  for (const record of records) if (isObject(record)) visit(record, [], places, lists);
  const columns = [...places].map(([title, keys]) => ({ title, path: keys.length > 1 ? keys.join('.') : null }));
  const keys = [...places.values()];
  return {
    rows,
    columns,
    records: records.map((record) => keys.map((steps) => textOf(follow(record, steps)))),
    lists: [...lists].sort(),
  };
}

/** Objects inside a record are opened two levels deep; keys that no path could name are left out. */
function visit(
  record: Record<string, unknown>,
  above: string[],
  places: Map<string, string[]>,
  lists: Set<string>,
): void {
  for (const [key, value] of Object.entries(record)) {
    if (/[.^#[\]]/.test(key)) continue;
    const keys = [...above, key];
    if (Array.isArray(value)) lists.add(keys.join('.'));
    else if (isObject(value) && above.length < 2) visit(value, keys, places, lists);
    else places.set(keys.join('.'), keys);
  }
}

function follow(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
}
