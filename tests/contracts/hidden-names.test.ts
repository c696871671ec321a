import { isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededApi, type Reply, type SeededApi } from './client.ts';
import { schema } from './every-field.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const objects = types.filter((type) => isObjectType(type));

/** Mistakes next to every name there is, as selections of a query, fragments and variables. */
const mistakes = {
  fields: objects.flatMap((type) =>
    Object.keys(type.getFields()).map((name, n) => `fragment F${n} on ${type.name} { ${name}x }`),
  ),
  types: types.map(({ name }, n) => `fragment F${n} on ${name}x { __typename }`),
  arguments: objects.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      field.args.map((arg, n) => `fragment F${n} on ${type.name} { ${field.name}(${arg.name}x: 1) }`),
    ),
  ),
  values: types.flatMap((type) =>
    isEnumType(type)
      ? type.getValues().map(({ name }, n) => `query Q${n}($v: ${type.name} = ${name}X) { __typename }`)
      : [],
  ),
  members: types.flatMap((type) =>
    isInputObjectType(type)
      ? Object.keys(type.getFields()).map((name, n) => `query Q${n}($v: ${type.name} = {${name}x: 1}) { __typename }`)
      : [],
  ),
};
const A_DOCUMENT = 25;

const documentsOf = (parts: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(parts.length / A_DOCUMENT) }, (_, n) =>
    ['{ __typename }', ...parts.slice(n * A_DOCUMENT, (n + 1) * A_DOCUMENT)].join('\n'),
  );

const told = ({ status, text }: Reply<unknown>): string => `${status} ${text.replace(/,"extensions":\{"cost".*$/, '')}`;

test.each(Object.entries(mistakes))(
  'beside %s that exist an executive is told the same as beside none',
  async (_, parts) => {
    expect(parts.length).toBeGreaterThan(100);
    const nothing = told(await api.ask('executive', '{ nothing }'));
    const replies = new Set<string>();
    for (const query of documentsOf(parts)) replies.add(told(await api.ask('executive', query)));
    expect([...replies]).toEqual([nothing]);
  },
);

test('who may introspect is told what was wrong', async () => {
  const { errors } = await api.ask('analyst', '{ ordrs { totalCount } }');
  expect(errors[0]?.message).toMatch(/ordrs/);
});
