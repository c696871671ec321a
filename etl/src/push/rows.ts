import type { QuarantineReason } from '@rapport/model/vocabulary';
import { layoutOf } from '../kit/json/layout.ts';
import { isObject, parseJson } from '../kit/json/parse.ts';
import { RowReader } from '../kit/json/rows.ts';
import type { FileDefinition } from '../kit/source/definition.ts';

/** A row that does not keep the contract; its number counts the lines of the body, from 1. */
export interface RowFault {
  reason: QuarantineReason;
  field: string | null;
  /** What was expected; never a value. */
  expected: string | null;
}

export interface PushedRow {
  /** Of the body, from 1. */
  line: number;
  /** The line's own bytes. */
  raw: Buffer;
  /** In the order of the columns; empty where the line could not be read. */
  texts: string[];
  fault: RowFault | null;
}

const LF = 10;
const ESCAPED_UNUSABLE = /\\u(?:0000|d[89a-f])/i;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** One JSON object a line; blank lines are none. */
export function readRows(body: Buffer, definition: FileDefinition): PushedRow[] {
  const reader = new RowReader(layoutOf(definition), true);
  const rows: PushedRow[] = [];
  let line = 0;
  for (let start = 0; start < body.length;) {
    const found = body.indexOf(LF, start);
    const end = found < 0 ? body.length : found;
    const raw = trimmed(body.subarray(start, end));
    line++;
    start = end + 1;
    if (raw.length > 0) rows.push({ line, raw, ...readRow(reader, raw, line) });
  }
  return rows;
}

function readRow(reader: RowReader, raw: Buffer, line: number): Pick<PushedRow, 'texts' | 'fault'> {
  const unreadable = (reason: QuarantineReason, expected: string | null = null) => ({
    texts: [],
    fault: { reason, field: null, expected },
  });
  let text: string;
  try {
    text = utf8.decode(raw);
  } catch {
    return unreadable('bad_encoding');
  }
  if (text.includes('\0')) return unreadable('nul_byte');
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    return unreadable('invalid_json', 'one JSON object a line');
  }
  if (!isObject(value)) return unreadable('invalid_json', 'one JSON object a line');
  const [row] = reader.rows(value, line, ESCAPED_UNUSABLE.test(text));
  if (!row) return unreadable('invalid_json');
  const { texts, refusal } = row;
  return { texts, fault: refusal && { reason: refusal.reason, field: refusal.field, expected: null } };
}

function trimmed(bytes: Buffer): Buffer {
  let start = 0;
  let end = bytes.length;
  while (start < end && (bytes[start] ?? 0) <= 32) start++;
  while (end > start && (bytes[end - 1] ?? 0) <= 32) end--;
  return bytes.subarray(start, end);
}
