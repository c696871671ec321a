import { layoutOf, type ColumnPlace, type JsonLayout } from '../kit/json/layout.ts';
import { isObject, parseJson } from '../kit/json/parse.ts';
import type { FileDefinition } from '../kit/source/definition.ts';
import { fieldsOf, toCsvField } from '../kit/splitter/fields.ts';

const QUOTE = 34;

export interface FieldCorrection {
  column: string;
  value: string;
}

/** Why a field cannot be set, said as the end of a sentence. */
export class NotRewritable extends Error {
  override readonly name = 'NotRewritable';
}

/** A delimited record with one field written anew; the bytes of the others stay as they are. */
export function withField(raw: Buffer, delimiter: string, at: number, value: string): Buffer {
  let start = 0;
  for (let field = 0; ; field++) {
    const end = endOfField(raw, start, delimiter.charCodeAt(0));
    if (field === at) return Buffer.concat([raw.subarray(0, start), Buffer.from(toCsvField(value)), raw.subarray(end)]);
    if (end >= raw.length) throw new NotRewritable(`the record has only ${field + 1} fields`);
    start = end + 1;
  }
}

function endOfField(raw: Buffer, start: number, delimiter: number): number {
  let at = start;
  if (raw[at] === QUOTE) {
    for (at++; at < raw.length; at++) {
      if (raw[at] !== QUOTE) continue;
      if (raw[at + 1] !== QUOTE) break;
      at++;
    }
    at++;
  }
  const end = raw.indexOf(delimiter, at);
  return end < 0 ? raw.length : end;
}

export function rewriteDelimited(
  raw: Buffer,
  { delimiter }: FileDefinition,
  columns: readonly string[],
  fields: readonly FieldCorrection[],
): Buffer {
  const found = fieldsOf(raw, delimiter).length;
  if (found !== columns.length)
    throw new NotRewritable(`it has ${found} fields where the header has ${columns.length}: give the whole record`);
  return fields.reduce((bytes, { column, value }) => {
    const at = columns.indexOf(column);
    if (at < 0) throw new NotRewritable(`the file has no column "${column}"; it has ${columns.join(', ')}`);
    return withField(bytes, delimiter, at, value);
  }, raw);
}

/** An element cut to one record, with values set where the columns lead; a text stays a text, a number becomes a number where the column is one. */
export function rewriteJson(raw: Buffer, definition: FileDefinition, fields: readonly FieldCorrection[]): Buffer {
  const layout = layoutOf(definition);
  let element: unknown;
  try {
    element = parseJson(raw.toString());
  } catch {
    throw new NotRewritable('it is no JSON: give the whole record');
  }
  for (const { column, value } of fields) {
    const place = layout.columns.find((one) => one.column === column);
    if (!place) throw new NotRewritable(`there is no column "${column}"`);
    setAt(element, layout, place, jsonValue(value, definition.columns[column]?.type ?? 'text'));
  }
  return Buffer.from(JSON.stringify(element));
}

function setAt(element: unknown, { inner }: JsonLayout, place: ColumnPlace, value: unknown): void {
  const frames = [element];
  for (const keys of inner) {
    const list = keys.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), frames.at(-1));
    frames.push(Array.isArray(list) ? (list[0] as unknown) : undefined);
  }
  const last = place.steps.at(-1);
  if (place.take === 'position' || last === undefined)
    throw new NotRewritable(`"${place.column}" is not the value of a key: give the whole record`);
  let at = frames[frames.length - 1 - place.outward];
  for (const step of place.steps.slice(0, -1)) {
    if (!isObject(at)) break;
    at = at[step] ??= {};
  }
  if (!isObject(at)) throw new NotRewritable(`there is no object to set "${place.column}" in: give the whole record`);
  at[last] = value;
}

/** As it would be written in the file; numbers keep every digit. */
function jsonValue(value: string, type: string): unknown {
  if (value === '') return null;
  if (type === 'boolean' && /^(true|false)$/.test(value)) return value === 'true';
  if (/^(smallint|integer|bigint|numeric|double)/.test(type) && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(value))
    return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(value);
  return value;
}
