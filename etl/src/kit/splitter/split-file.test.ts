import { expect, it } from 'vitest';
import type { ByteSource } from '../bytes/byte-source.ts';
import { splitFile } from './split-file.ts';

function sourceOf(bytes: Buffer): ByteSource {
  let at = 0;
  return {
    seekable: false,
    get taken() {
      return at;
    },
    read: (target, to, room) => {
      const copied = bytes.copy(target, to, at, Math.min(bytes.length, at + room));
      at += copied;
      return Promise.resolve(copied);
    },
    close: () => Promise.resolve(),
  };
}

interface Read {
  columns: string[];
  rows: string[];
  /** Line and reason. */
  refused: [number, string][];
}

async function split(
  text: string | Buffer,
  columns: Record<string, string> | string[],
  ignored: string[] = [],
): Promise<Read> {
  const read: Read = { columns: [], rows: [], refused: [] };
  const expected = {
    file: 'a.csv',
    role: 'a',
    columns: new Map(Array.isArray(columns) ? columns.map((name) => [name, name]) : Object.entries(columns)),
    optional: new Set<string>(),
    ignored,
    takesUnknown: false,
    personal: false,
  };
  const summary = await splitFile(sourceOf(Buffer.from(text)), ',', expected, () => ({
    record: (buffer, start, end) => read.rows.push(buffer.toString('utf8', start, end)),
    refused: (_raw, { lineNo }, { reason }) => read.refused.push([lineNo, reason]),
    drained: () => Promise.resolve(),
  }));
  return { ...read, columns: summary.columns };
}

it('names its columns as source.yaml does, blanks and order aside', async () => {
  const text = 'Total ,订单编号, Note\n1,2,3\n';
  const { columns, rows } = await split(text, { 订单编号: 'order_no', Total: 'total' }, ['Note']);
  expect([columns, rows]).toEqual([['total', 'order_no', ' Note'], ['1,2,3']]);
});

it('tells columns of the same name apart where the second is declared as such', async () => {
  const declared = { category: 'category', 'category (2)': 'subcategory' };
  expect((await split('category,x,category\n', declared, ['x'])).columns).toEqual(['category', ' x', 'subcategory']);
  await expect(split('category,x,category\n', ['category'], ['x'])).rejects.toThrow(
    'column "category" stands there more than once',
  );
});

it('a header may begin behind blank lines and hold line breaks; lines are counted from the file’s own first', async () => {
  const { columns, refused } = await split('\n\n"id\nnumber",b\n\n1,2\n3\n', { 'id\nnumber': 'id', b: 'b' });
  expect([columns, refused]).toEqual([['id', 'b'], [[7, 'too_few_fields']]]);
});

it('a file without a header does not put its first record into the message', async () => {
  const failed = split('张三,13812341234\n', ['name', 'phone']);
  await expect(failed).rejects.toThrow('"name", "phone" are not there');
  await expect(failed).rejects.not.toThrow('13812341234');
});

it('tens of thousands of columns are an error of a few lines, at once', async () => {
  const names = Array.from({ length: 30_000 }, (_, n) => `column${n}`);
  const error = await split(`id,${names.join(',')}\n`, ['id', 'b']).catch((one: Error) => one);
  expect((error as Error).message).toContain('column "b" is missing; not expected: "column0"');
  expect((error as Error).message).toContain('and 29980 more');
  expect((error as Error).message.length).toBeLessThan(1000);
});

it('a line of many megabytes costs itself alone, wherever it stands', async () => {
  const long = 'x'.repeat(5_000_000);
  const { rows, refused } = await split(`a,b\n1,2\n${long},2\n3,4\n`, ['a', 'b']);
  expect([rows, refused]).toEqual([['1,2', '3,4'], [[3, 'record_too_long']]]);
  await expect(split(`${long},b\n1,2\n`, ['a', 'b'])).rejects.toThrow('the header cannot be read (record_too_long)');
});

it.each([0, 400_000, 500_000, 1_000_000])(
  'a record is judged by its own length, not by what stands before it (%i bytes)',
  async (before) => {
    const filler = `${'f'.repeat(99)}\n`.repeat(before / 100);
    const long = (bytes: number) => `"${'x'.repeat(bytes)}"\n`;
    const read = await split(`a\n${filler}${long(1_150_000)}good\n${long(1_000_000)}last\n`, ['a']);
    expect(read.refused.map(([, reason]) => reason)).toEqual(['record_too_long']);
    expect(read.rows).toHaveLength(before / 100 + 3);
  },
);
