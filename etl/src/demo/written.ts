import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Reads the shop's files back for tests, sharing nothing with what wrote them.
export type Row = Record<string, string>;

function records(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A field is quoted or free of quotes; it ends with a comma, a line's end, or the file's.
  for (const [, inQuotes, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push(inQuotes === undefined ? (plain ?? '') : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

export function readText(dir: string, file: string): string {
  return readFileSync(join(dir, file), 'utf8');
}

export function readRows(dir: string, file: string): Row[] {
  const [header = [], ...rest] = records(readText(dir, file));
  return rest.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ''])));
}

// The rows that stand for orders of the shop: without the flaws and the reviews that wait.
export function readSound(dir: string, file: string): Row[] {
  return readRows(dir, file).filter(
    (row) => !row.order_id?.startsWith('2099') && !row.registered_at?.startsWith('2025-02-30'),
  );
}
