import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApi, type RunningApi } from '@rapport/api';
import { Kind, parse, typeFromAST, validate, type GraphQLInputType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dice } from '../../golden/random-shop.ts';
import { root } from '../../runner/command.ts';
import { apiOf, post, type Role, type SeededApi } from '../client.ts';
import { schema } from '../every-field.ts';
import { livedShop } from '../lived-shop.ts';
import { generatedDocument, valueFor, type Generated } from './generate.ts';

let seeded: SeededApi;
let api: RunningApi;
beforeAll(async () => {
  seeded = await apiOf(livedShop());
  api = await startApi({
    databaseUrl: seeded.database.url,
    port: 0,
    metricsPort: 0,
    costPerMinute: 1e9,
    log: () => {},
  });
});
afterAll(async () => {
  await api.close();
  await seeded.close();
});

interface Told {
  status: number;
  /** As it came, but for what is left of a budget. */
  text: string;
}

async function ask(role: Role, { query, variables }: Generated): Promise<Told> {
  const { status, text } = await post(api.url, JSON.stringify({ query, variables }), {
    authorization: `Bearer ${seeded.keys[role]}`,
  });
  return { status, text: text.replace(/"remaining":\d+/, '') };
}

async function counted(what: RegExp): Promise<number> {
  const text = await (await fetch(api.metricsUrl!)).text();
  return Number(what.exec(text)?.[1]);
}
const programs = (): Promise<number> => counted(/^rapport_graphql_programs (\d+)$/m);
const busy = (): Promise<number> => counted(/^rapport_pool_connections\{state="busy"\} (\d+)$/m);

/** The first asking is executed by graphql-js, the second compiles, the third runs what was compiled. */
async function differing(role: Role, documents: readonly Generated[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const document of documents) {
    const plain = await ask(role, document);
    await ask(role, document);
    const compiled = await ask(role, document);
    if (/"code":"INTERNAL"/.test(plain.text)) wrong.push(`${document.query}\n${plain.text}`);
    if (plain.status !== compiled.status || plain.text !== compiled.text)
      wrong.push(`${document.query}\n${plain.status} ${plain.text}\n${compiled.status} ${compiled.text}`);
  }
  return wrong;
}

/** Values for the variables of a document, whatever it is. */
function withVariables(query: string, seed: number): Generated {
  const roll = dice(seed);
  const operations = parse(query).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const declared = operations.flatMap(({ variableDefinitions }) => variableDefinitions ?? []);
  // What has a default is mostly left out.
  const entries = declared
    .filter(({ defaultValue }) => !defaultValue || roll.chance(0.3))
    .map(({ variable, type }) => [
      variable.name.value,
      variable.name.value === 'first' ? 3 : valueFor(typeFromAST(schema, type as never) as GraphQLInputType, roll),
    ]);
  return { query, variables: Object.fromEntries(entries) as Record<string, unknown> };
}

const examples = readdirSync(join(root, 'docs', 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => readFileSync(join(root, 'docs', 'examples', name), 'utf8'))
  .map((text) => text.replaceAll('"demo"', '"lived"').replaceAll('2025-', '2023-').replaceAll('2026-', '2024-'));

const ofDashboard = Object.values(
  JSON.parse(readFileSync(join(root, 'dashboard', 'src', 'gql', 'persisted-documents.json'), 'utf8')) as Record<
    string,
    string
  >,
);

test('every example is answered alike by a program and by graphql-js, byte for byte', async () => {
  const before = await programs();
  expect(examples.length).toBeGreaterThan(35);
  expect(
    await differing(
      'analyst',
      examples.map((text) => withVariables(text, 1)),
    ),
  ).toEqual([]);
  // A few ask for more than chance made affordable: those are refused, alike.
  expect((await programs()) - before).toBeGreaterThan(0.8 * examples.length);
});

test('so is every query of the dashboard, and whatever of it a role may not ask', async () => {
  const queries = ofDashboard.filter((text) => !/\bmutation\b/.test(text));
  expect(queries.length).toBeGreaterThan(40);
  const documents = queries.map((text, index) => withVariables(text, index));
  expect(await differing('operator', documents)).toEqual([]);
  // What is refused never comes to be executed: once is enough to see that it is.
  const told = await Promise.all(documents.map((document) => ask('executive', document)));
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set([200, 403]));
  expect(told.filter(({ text }) => /"code":"INTERNAL"/.test(text))).toEqual([]);
});

test('so is what chance makes of the schema: fragments, aliases, directives, nulls, refusals', async () => {
  const documents: Generated[] = [];
  for (let seed = 1; documents.length < 120; seed += 1) {
    const document = generatedDocument(seed);
    if (validate(schema, parse(document.query)).length === 0) documents.push(document);
  }
  const before = await programs();
  expect(await differing('operator', documents)).toEqual([]);
  expect(await programs()).toBeGreaterThan(before);
});

test('an answer that an error took along gives its connection back, whatever was still to be read', async () => {
  // The loader of customers waits for others to ask as well, and the error does not.
  const query = `{
    customer(id: "nobody") { orders(first: 2) { nodes { items { product { id } } } } }
    merchants(after: "no cursor") { nodes { id } }
  }`;
  for (let times = 0; times < 15; times += 1)
    expect((await ask('analyst', { query, variables: {} })).text).toMatch(/BAD_CURSOR/);
  await expect.poll(busy).toBe(0);
});
