import { expect, it } from 'vitest';
import { layoutOf } from './layout.ts';
import { elementRows } from './pieces.ts';
import { PlainReader } from './plain.ts';
import { RowReader } from './rows.ts';

const columns = { id: { type: 'text' }, n: { type: 'numeric' }, 店: { type: 'text' }, ok: { type: 'boolean' } };
const layout = layoutOf({ format: 'ndjson', rows: null, columns, ignored: ['x'] } as never);

/** What the reader takes of a record; null where it leaves it to the parser. Other records stand before and behind. */
function taken(reader: PlainReader, record: Buffer): string[] | null {
  const before = Buffer.from('{"id":"9"},\n');
  const buffer = Buffer.concat([before, record, Buffer.from(',{"n":"8"}\n')]);
  if (!reader.read(buffer, before.length, before.length + record.length)) return null;
  return layout.columns.map((_, at) => buffer.toString('utf8', reader.starts[at], reader.ends[at]));
}

const newReader = (): PlainReader => {
  const reader = PlainReader.of(layout);
  if (!reader) throw new Error('The layout is not plain.');
  return reader;
};

it.each([
  ['{"id":"a1","n":12,"店":"外滩, 一号","ok":true}', ['a1', '12', '外滩, 一号', 'true']],
  [' { "ok" : false , "n" : -0.5 , "id" : null }'.trim(), ['', '-0.5', '', 'false']],
  ['{"n":12.50,"x":7}', ['', '12.5', '', '']],
  ['{"n":100}', ['', '100', '', '']],
  ['{"n":0.0}', ['', '0', '', '']],
  ['{"n":123456789012345}', ['', '123456789012345', '', '']],
])('takes %s', (record, texts) => {
  expect(taken(newReader(), Buffer.from(record))).toEqual(texts);
});

it.each([
  ['{"id":"a\\u0041"}', 'an escape'],
  ['{"id":"a\tb"}', 'a control character'],
  ['{"id":"a","id":"b"}', 'a key twice'],
  ['{"id":"a","stranger":1}', 'a key nobody declared'],
  ['{"id":{"a":1}}', 'an object'],
  ['{"id":["a"]}', 'a list'],
  ['{"n":1e3}', 'an exponent'],
  ['{"n":0.0000001}', 'a number that is written with an exponent'],
  ['{"n":-0}', 'minus zero'],
  ['{"n":-0.00}', 'minus zero with places'],
  ['{"n":1234567890123456}', 'more digits than a double keeps'],
  ['{"n":012}', 'no number'],
  ['{"n":1.}', 'no number either'],
  ['{"n":+1}', 'nor this'],
  ['{"ok":tru}', 'no word'],
  ['{"id":"a",}', 'a comma too many'],
  ['{"id":"a"', 'no end'],
  ['{"id":"a"}}', 'a bracket too many'],
  ['{}', 'nothing in it'],
  ['[1]', 'no object'],
])('leaves %s to the parser: %s', (record) => {
  expect(taken(newReader(), Buffer.from(record))).toBeNull();
});

it('leaves bytes that are no UTF-8 to the parser', () => {
  expect(taken(newReader(), Buffer.from('{"id":"\xe9"}', 'latin1'))).toBeNull();
});

it('has no reader where a value lies deeper, or in a list', () => {
  const file = { format: 'ndjson', rows: null, columns, ignored: [] };
  const deeper = { ...columns, city: { type: 'text', path: 'address.city' } };
  expect(PlainReader.of(layoutOf({ ...file, columns: deeper } as never))).toBeNull();
  expect(PlainReader.of(layoutOf({ ...file, rows: 'events[]' } as never))).toBeNull();
});

/** The same numbers for the same seed. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const pieces = ['"', '\\', '\\u0041', ',', ':', '{', '}', 'e', '-', '.', '0', '00', '17', '9999999999', 'é', '文', ' ', 'null', 'true', '\n', '[', '""', '"id":', '"n":', '"店":"', '{"id":"a"', '}{']; // prettier-ignore

it('gives what the parser gives, or leaves the record to it', () => {
  const roll = dice(7);
  const rows = new RowReader(layout);
  const reader = newReader();
  let plain = 0;
  for (let no = 0; no < 30_000; no++) {
    const made = Array.from({ length: 1 + roll(6) }, () => pieces[roll(pieces.length)]).join('');
    const number = `${['', '-'][roll(2)]}${roll(10 ** roll(8))}${['', '.', `.${roll(1000)}`, `.${roll(100)}00`][roll(4)]}`;
    const values = [`"id":"${['a', '文', '1,2'][roll(3)]}"`, `"n":${number}`, `"店":null`, `"x":${roll(9)}`, made];
    const record = Buffer.from(`{${values.filter(() => roll(2) > 0).join(',')}}`);
    const texts = taken(reader, record);
    if (!texts) continue;
    plain++;
    expect([record.toString(), elementRows(record, rows, 1)]).toEqual([
      record.toString(),
      [{ texts, indexes: [], refusal: null }],
    ]);
  }
  expect(plain).toBeGreaterThan(2_000);
});
