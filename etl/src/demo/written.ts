import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

// Reads the shop's files back for tests, sharing nothing with what wrote them.
export type Row = Record<string, string>;
export type Document = Record<string, unknown>;

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
  const bytes = readFileSync(join(dir, file));
  const encoding = file.endsWith('products.csv') ? 'gb18030' : 'utf-8';
  return new TextDecoder(encoding).decode(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

export function readRows(dir: string, file: string): Row[] {
  const [header = [], ...rest] = records(readText(dir, file));
  return rest.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ''])));
}

/** Lines that are JSON, or the list that the whole file is. */
export function readDocuments(dir: string, file: string): Document[] {
  const text = readText(dir, file);
  if (!file.includes('.ndjson')) return JSON.parse(text) as Document[];
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Document];
      } catch {
        return [];
      }
    });
}

const dirty = (row: Row): boolean =>
  (row.trade_no ?? '').startsWith('2099') ||
  /^(?:C99|P99|[RSLO][XO])/.test(row.uid ?? row.rid ?? row.sid ?? row.flow_no ?? row.item_id ?? '');

/** The rows that stand for orders of the shop: without the dirty ones, those that wait, and those that come twice. */
export function readSound(dir: string, file: string, ...key: string[]): Row[] {
  const seen = new Set<string>();
  return readRows(dir, file).filter((row) => {
    const id = key.map((name) => row[name]).join(' ');
    if (dirty(row) || (key.length > 0 && seen.has(id))) return false;
    seen.add(id);
    return true;
  });
}

/** Orders under the buyer they were put right to. */
export function readOrders(dir: string): Row[] {
  const corrected = new Map(readRows(dir, 'demo/orders-corrected.csv').map((row) => [row['trade_no'], row]));
  return readSound(dir, 'demo/orders.csv', 'trade_no').map((row) => corrected.get(row['trade_no'] ?? '') ?? row);
}
