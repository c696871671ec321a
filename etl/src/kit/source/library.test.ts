import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SourceLibrary } from './library.ts';

const yaml = (name: string, more = '') => `name: ${name}
${more}
shop: { code: ${name}, title: { en: One, zh: 一 }, zone: UTC, currency: EUR }
files:
  orders: { file: orders.csv, columns: { id: text } }
feeds:
  orders: { from: orders }
`;
const sql = (name: string) => `select file_id, record_no, id as external_id\nfrom landing.${name}__orders;\n`;

function folders(made: Record<string, Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'rapport-library-'));
  for (const [name, files] of Object.entries(made)) {
    mkdirSync(join(root, name));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(root, name, file), text);
  }
  return root;
}

const whole = (name: string, more?: string) => ({ 'source.yaml': yaml(name, more), 'orders.sql': sql(name) });
const shipped = folders({ olist: whole('olist'), form: whole('form', 'preset: true') });

/** The sentence with which the folder "one" is refused. */
function refusal(files: Record<string, string | Buffer>): string {
  const library = new SourceLibrary(shipped, folders({ one: files, two: whole('two') }));
  expect(library.read('two').name).toBe('two');
  expect(library.names()).toEqual(['olist', 'one', 'two']);
  try {
    library.read('one');
  } catch (error) {
    return (error as Error).message;
  }
  return 'read';
}

it('sources of both places are known, presets apart', () => {
  const library = new SourceLibrary(shipped, folders({ mine: whole('mine') }));
  expect(library.names()).toEqual(['mine', 'olist']);
  expect(library.presetNames()).toEqual(['form']);
  expect(library.read('mine').feeds[0]?.sql.endsWith('__orders')).toBe(true);
  expect(() => library.read('form')).toThrow('"form" is a preset');
  expect(() => library.read('yours')).toThrow('Known sources: "mine", "olist"');
});

it('a folder with a shipped name is refused, the others are not', () => {
  const library = new SourceLibrary(shipped, folders({ olist: whole('olist'), mine: whole('mine') }));
  expect(() => library.read('olist')).toThrow(
    'olist/source.yaml, line 1: name: "olist" is the name of a source shipped',
  );
  expect(library.read('mine').name).toBe('mine');
  expect(new SourceLibrary(shipped, join(shipped, 'nowhere')).names()).toEqual(['olist']);
});

const swapped = (from: string, to: string) => ({ ...whole('one'), 'source.yaml': yaml('one').replace(from, to) });
const inSql = (text: string | Buffer) => ({ ...whole('one'), 'orders.sql': text });

it.each([
  ['YAML that does not close', swapped('zone: UTC', 'zone: [UTC'), /one\/source\.yaml, line 3: column \d+: /],
  ['a key twice', swapped('files:', 'name: two\nfiles:'), /line 4: column 1: Map keys must be unique/],
  ['an alias without its anchor', swapped('zone: UTC', 'zone: *here'), /one\/source\.yaml, line \d: .*here/],
  ['an empty file', { ...whole('one'), 'source.yaml': '' }, /source\.yaml, line 1: the file is empty/],
  [
    'a list',
    { ...whole('one'), 'source.yaml': '- one' },
    /source\.yaml, line 1: the file: Invalid input: expected object/,
  ],
  [
    'bytes of another encoding',
    { ...whole('one'), 'source.yaml': Buffer.from('name: one\n# \xe9\n', 'latin1') },
    /line 2: there are bytes that are no UTF-8/,
  ],
  [
    'an unknown key',
    swapped('files:', 'fiels: {}\nfiles:'),
    /source\.yaml, line 4: the file: Unrecognized key: "fiels"/,
  ],
  [
    'two mistakes',
    swapped('zone: UTC, currency: EUR', 'zone: Mars, currency: euro'),
    /line 3: shop\.zone: an IANA time zone.*; line 3: shop\.currency/,
  ],
  ['an unknown feed', swapped('  orders: { from: orders }', '  oders: { from: orders }'), /line 7: feeds.*oders/],
  [
    'a feed of no file',
    swapped('{ from: orders }', '{ from: order }'),
    /line 7: feeds\.orders\.from: "order" is not declared under files/,
  ],
  ['a type of its own', swapped('id: text', 'id: string'), /line 5: files\.orders\.columns\.id\.type: one of text/],
  ['another name', swapped('name: one', 'name: three'), /three/],
  [
    'types that evolve',
    swapped('files:', 'contract: { types: evolve }\nfiles:'),
    /line 4: contract\.types: .*declare the wider one/,
  ],
  [
    'SQL that is missing',
    { 'source.yaml': yaml('one') },
    /source\.yaml, line 7: feeds\.orders: one\/orders\.sql is missing/,
  ],
  ['SQL that is empty', inSql('\n'), /one\/orders\.sql, line 1, column 1: the file is empty/],
  [
    'SQL of another source',
    inSql('select 1\nfrom landing.two__orders'),
    /one\/orders\.sql, line 2, column 6: landing\.two__orders is no landing table/,
  ],
  ['SQL that does not read its file', inSql('select 1'), /one\/orders\.sql: it does not read landing\.one__orders/],
  [
    'SQL in another encoding',
    inSql(Buffer.from("select '\xe9'", 'latin1')),
    /one\/orders\.sql, line 1: there are bytes that are no UTF-8/,
  ],
])('%s is told with file and line, and breaks nobody else', (_what, files, expected) => {
  expect(refusal(files)).toMatch(expected);
});
