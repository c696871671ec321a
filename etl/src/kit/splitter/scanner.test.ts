import { expect, it } from 'vitest';
import { fieldsOf, toCsvField } from './fields.ts';
import { RecordScanner, type SplitRefusal } from './scanner.ts';

interface Seen {
  text: string;
  fields: number | SplitRefusal;
  lines: number;
}

/** Scans in chunks of the given size, as a file is read, carrying what is unfinished. */
function scan(bytes: Buffer | string, chunk = 1 << 20, maxRecord = 1 << 20): Seen[] {
  const data = Buffer.from(bytes);
  const buffer = Buffer.alloc(data.length + chunk + 1);
  const seen: Seen[] = [];
  const scanner = new RecordScanner(',', maxRecord);
  const sink = {
    record: (b: Buffer, start: number, end: number, fields: number, lines: number) =>
      seen.push({ text: b.toString('utf8', start, end), fields, lines }),
    refused: (b: Buffer, start: number, end: number, reason: SplitRefusal, lines: number) =>
      seen.push({ text: b.toString('latin1', start, end), fields: reason, lines }),
    blankLine: () => undefined,
  };
  let length = 0;
  for (let at = 0, atEnd = false; !atEnd; at += chunk) {
    atEnd = at >= data.length;
    length += data.subarray(at, at + chunk).copy(buffer, length);
    const done = scanner.scan(buffer, length, atEnd, sink);
    buffer.copy(buffer, 0, done, length);
    length -= done;
  }
  return seen;
}

const texts = (seen: Seen[]) => seen.map(({ text, fields }) => [text, fields]);

it('splits records at LF and CRLF, with and without a last line end', () => {
  expect(texts(scan('a,b\nc,d\r\n,e'))).toEqual([
    ['a,b', 2],
    ['c,d', 2],
    [',e', 2],
  ]);
});

it('keeps separators, line breaks and doubled quotes inside quotes', () => {
  expect(scan('1,"a,b"\n2,"x\r\ny\nz"\n3,"he said ""no"""\n')).toEqual([
    { text: '1,"a,b"', fields: 2, lines: 1 },
    { text: '2,"x\r\ny\nz"', fields: 2, lines: 3 },
    { text: '3,"he said ""no"""', fields: 2, lines: 1 },
  ]);
});

it('finds the same records whatever the size of the chunks', () => {
  const text = 'id,text\n1,"a\r\n""b"", ü 张"\r\n\r\n2,\n3,"",\n4,x"y\n5,"open\n6,z\n7,"q"r\n8,last';
  const whole = texts(scan(text));
  for (let chunk = 1; chunk < 20; chunk++) expect([chunk, texts(scan(text, chunk))]).toEqual([chunk, whole]);
});

it('gives up only the line of a quote that is never closed, and reads the lines it would have eaten', () => {
  expect(texts(scan('1,a\n2,"open\n3,b\n4,c\n'))).toEqual([
    ['1,a', 2],
    ['2,"open', 'stray_quote'],
    ['3,b', 2],
    ['4,c', 2],
  ]);
});

it('sees a stray quote by what follows the quote that closes it', () => {
  expect(texts(scan('1,"open\n2,"b"\n3,c\n'))).toEqual([
    ['1,"open', 'stray_quote'],
    ['2,"b"', 2],
    ['3,c', 2],
  ]);
  expect(texts(scan('1,"open"x\n2,b\n'))).toEqual([
    ['1,"open"x', 'stray_quote'],
    ['2,b', 2],
  ]);
});

it('a quote inside a value that does not begin with one belongs to the value', () => {
  const record = '1,5" screen,7" tablet';
  expect(texts(scan(`${record}\n2,b,c\n`))).toEqual([
    [record, 3],
    ['2,b,c', 3],
  ]);
  expect(fieldsOf(Buffer.from(record), ',')).toEqual(['1', '5" screen', '7" tablet']);
});

it('an open quote before more text than a record may have does not wait for the end of the file', () => {
  const rows = Array.from({ length: 300 }, (_, n) => `${n},row`).join('\n');
  const seen = scan(`0,"open\n${rows}\n`, 64, 200);
  expect(seen[0]).toEqual({ text: '0,"open', fields: 'stray_quote', lines: 1 });
  expect(seen).toHaveLength(301);
});

it('refuses bad UTF-8 and NUL, and only there', () => {
  const seen = scan(Buffer.concat([Buffer.from('1,é\n2,'), Buffer.from([0xe9]), Buffer.from('\n3,a\u0000b\n4,ok\n')]));
  expect(seen.map(({ fields }) => fields)).toEqual([2, 'bad_encoding', 'nul_byte', 2]);
});

it('a carriage return that ends nothing is refused, not taken for a line end', () => {
  expect(texts(scan('1,a\rb\n2,c\n'))).toEqual([
    ['1,a\rb', 'stray_carriage_return'],
    ['2,c', 2],
  ]);
});

it('blank lines are no records', () => {
  expect(texts(scan('\n1,a\n\n\r\n2,b\n\n'))).toEqual([
    ['1,a', 2],
    ['2,b', 2],
  ]);
});

it.each(['plain', 'with,comma', 'with "quotes"', 'two\nlines', '', '张三;|\t'])(
  'a value written as a field is read back: %j',
  (value) => {
    expect(fieldsOf(Buffer.from(`x,${toCsvField(value)},y`), ',')).toEqual(['x', value, 'y']);
  },
);
