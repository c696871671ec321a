import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import spectrum from 'csv-spectrum';
import { gb18030, utf16be, utf16le } from '../../../../formats/encode.ts';
import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import type { House } from '../../arena/house.ts';
import type { RefusedRecord } from '../../check/sent.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { csvOf, type Row } from '../../shop/bazaar.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

const pieces = [
  '\n',
  '\r\n',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  "'",
  '\\',
  '\\n',
  '很好',
  '𠮷',
  '👍🏽',
  'é',
  '\u00a0',
  '\u2028',
  '﷽',
  'a',
  ' ',
  '=cmd()',
  '\\N',
  'NULL',
  '-',
  '#',
];

const review = (id: string, message: string): Row => ({
  id,
  order: 'o1',
  score: '5',
  message,
  answered: '2024-03-05 08:00:00',
  changed: '2024-03-05 08:00:00',
});

function messages(dice: Dice, n: number): Row[] {
  const text = (): string => Array.from({ length: dice.between(1, 12) }, () => dice.of(pieces)).join('');
  return Array.from({ length: n }, (_, at) => review(`t${at}`, text().trim() || 'x'));
}

/** Line breaks, quotes and separators inside values; lines end with LF or CRLF, the last one with neither. */
async function embedded(arena: Arena, seed: number, ending: string): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const rows = messages(new Dice(seed, `text${ending}`), 200);
  const lines = rows.map((row) => csvOf('reviews', [row]).trimEnd().split('\n').slice(1).join('\n'));
  house.put('reviews-9.csv', [csvOf('reviews', []).trimEnd(), ...lines].join(ending));
  await mustLoad(house);
  return wholeAndSteady(house);
}

/** The same text in another encoding. */
async function encoded(
  arena: Arena,
  seed: number,
  encode: (text: string) => Buffer,
  encoding?: string,
): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const source = encoding ? arena.bazaarAs(`bazaar_${encoding}`, `encoding: ${encoding}`) : 'bazaar';
  const rows = messages(new Dice(seed, 'encoded'), 200);
  house.delivery.clear();
  house.put('reviews-9.csv', encode(csvOf('reviews', encoding === 'gbk' ? rows.map(inGbk) : rows)), { encoding });
  const { said, message } = await house.load(source);
  return [...expected(`the load (${message})`, said, 'committed'), ...(await wholeAndSteady(house, { source }))];
}

const inGbk = (row: Row): Row => ({
  ...row,
  message: (row['message'] ?? '').replaceAll(/[^\u0020-\u007e\r\n\t很好]/gu, '啊'),
});

/** Good reviews with bad records among them, at places of the seed's choice: these wait in quarantine, all others are there. */
async function amidst(arena: Arena, seed: number, bad: readonly [raw: Buffer, reason: string][]): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const dice = new Dice(seed, 'amidst');
  const good = Array.from({ length: 60 }, (_, at) => review(`t${at}`, `没问题 ${at}`));
  const lines: Uint8Array[] = good.map((row) => Buffer.from(csvOf('reviews', [row]).split('\n')[1] ?? ''));
  for (const [raw] of bad) lines.splice(dice.below(lines.length), 0, raw);
  const header = Buffer.from(csvOf('reviews', []).trimEnd());
  const refused: RefusedRecord[] = bad.map(([raw, reason]) => ({ raw, reason, field: null }));
  house.put('reviews-9.csv', Buffer.concat([header, ...lines].flatMap((line) => [line, NEWLINE])), {
    refused,
  });
  await mustLoad(house);
  return wholeAndSteady(house);
}

const NEWLINE = Buffer.from('\n');
const record = (message: Buffer | string): Buffer =>
  Buffer.concat([
    Buffer.from('bad,o1,5,'),
    Buffer.from(message),
    Buffer.from(',2024-03-05 08:00:00,2024-03-05 08:00:00'),
  ]);

const mixed: [Buffer, string][] = [
  [record(gb18030('质量很好')), 'bad_encoding'],
  [record(Buffer.from('caf\u00e9', 'latin1')), 'bad_encoding'],
  [record(Buffer.from([0xed, 0xa0, 0x80])), 'bad_encoding'],
  [record(Buffer.from([0xc0, 0xaf])), 'bad_encoding'],
];
const nul: [Buffer, string][] = [
  [record('a\u0000b'), 'nul_byte'],
  [record('\u0000'), 'nul_byte'],
];
const quotes: [Buffer, string][] = [
  [record('"never closed'), 'stray_quote'],
  [record('"5" screen'), 'stray_quote'],
  [record('"""'), 'stray_quote'],
];
/** A million fields where seven belong, in less than a megabyte. */
const wide: [Buffer, string][] = [[Buffer.alloc(999_999, ','), 'too_many_fields']];

async function millionColumns(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const names = Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(',');
  const before = house.sent.length;
  house.put('reviews-9.csv', `${csvOf('reviews', []).trimEnd()},${names}\n`, { void: true });
  const { said, message } = await house.load();
  const found = ['header_unknown_column', 'header_unreadable'].includes(said) ? [] : [`the load ended as ${said}`];
  if (message.length > 10_000) found.push(`the message has ${message.length} characters`);
  house.sent.splice(before);
  house.delivery.deliverAgain();
  return [...found, ...(await wholeAndSteady(house))];
}

interface Sample {
  name: string;
  csv: Buffer;
}

/** The twelve files of csv-spectrum, each a source of its own, against another reader of CSV. */
async function spectrumFiles(arena: Arena): Promise<string[]> {
  const samples = (await promisify(spectrum)()) as Sample[];
  const house = await arena.house();
  const found = expected('files of the spectrum', samples.length, 12);
  for (const { name, csv } of samples) found.push(...(await spectrumFile(arena, house, name, csv)));
  return found;
}

async function spectrumFile(arena: Arena, house: House, name: string, csv: Buffer): Promise<string[]> {
  const [header = [], ...records] = parse(csv, { relax_quotes: true });
  const columns = header.map((column) => `${JSON.stringify(column)}: text`).join(', ');
  const source = name.replaceAll('-', '_');
  const sql = `select file_id, record_no, record_no::text as external_id, (to_jsonb(r) - 'file_id' - 'record_no')::text as label_en from landing.${source}__rows r`;
  arena.source(
    source,
    `files: { rows: { file: ${name}.csv, columns: { ${columns} } } }\nfeeds: { regions: { from: rows } }\n`,
    { regions: sql },
  );
  house.delivery.clear();
  house.put(`${name}.csv`, csv);
  await mustLoad(house, source);
  const rows = await house.rows<{ label: string }>(
    'select label_en as label from core.regions where shop = $1 order by length(code), code',
    [source],
  );
  const wanted = records.map((fields) =>
    Object.fromEntries(header.map((column, at) => [column, fields[at] === '' ? null : fields[at]])),
  );
  const sorted = (row: Record<string, unknown>): [string, unknown][] =>
    Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return expected(
    name,
    rows.map(({ label }) => sorted(JSON.parse(label) as Record<string, unknown>)),
    wanted.map(sorted),
  );
}

const group = 'text';
const exact = 'every character is kept';
const alone = 'each bad record waits in quarantine with its bytes, nothing else is lost';
const utf8Bom = (text: string): Buffer => Buffer.from(`\uFEFF${text}`);
export const texts: FaultCase[] = [
  {
    group,
    name: 'line breaks, quotes and separators inside values, lines ending with LF',
    expects: exact,
    run: (arena, seed) => embedded(arena, seed, '\n'),
  },
  {
    group,
    name: 'line breaks, quotes and separators inside values, lines ending with CRLF',
    expects: exact,
    run: (arena, seed) => embedded(arena, seed, '\r\n'),
  },
  { group, name: 'the twelve files of csv-spectrum', expects: exact, run: spectrumFiles },
  { group, name: 'byte order mark of UTF-8', expects: exact, run: (arena, seed) => encoded(arena, seed, utf8Bom) },
  {
    group,
    name: 'byte order mark of UTF-16, little end first',
    expects: exact,
    run: (arena, seed) => encoded(arena, seed, utf16le),
  },
  {
    group,
    name: 'byte order mark of UTF-16, big end first',
    expects: exact,
    run: (arena, seed) => encoded(arena, seed, utf16be),
  },
  { group, name: 'GBK', expects: exact, run: (arena, seed) => encoded(arena, seed, gb18030, 'gbk') },
  {
    group,
    name: 'GB18030 with characters of four bytes',
    expects: exact,
    run: (arena, seed) => encoded(arena, seed, gb18030, 'gb18030'),
  },
  { group, name: 'mixed encodings', expects: alone, run: (arena, seed) => amidst(arena, seed, mixed) },
  { group, name: 'NUL bytes', expects: alone, run: (arena, seed) => amidst(arena, seed, nul) },
  {
    group,
    name: 'a stray quote that would eat the rest',
    expects: alone,
    run: (arena, seed) => amidst(arena, seed, quotes),
  },
  { group, name: 'a record of a million fields', expects: alone, run: (arena, seed) => amidst(arena, seed, wide) },
  {
    group,
    name: 'a header of a million columns',
    expects: 'refused by name, in a message of readable length',
    run: millionColumns,
  },
];
