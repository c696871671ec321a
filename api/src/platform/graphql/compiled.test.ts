import {
  buildSchema,
  execute,
  Kind,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { Compiled } from './compiled.ts';
import type { RequestContext } from './context.ts';
import { Refusal } from './refusal.ts';

const schema: GraphQLSchema = buildSchema(`
  type Query { rows(first: Int = 2, by: Sort): [Row!]! thing(kind: String!): Thing page(of: Page!): String maybe: Row failing: Row! sum(of: [Int!]!): Int }
  type Mutation { add: Int }
  enum Sort { UP DOWN }
  input Page { first: Int! = 5 by: Sort! = DOWN inner: Inner among: [Inner!] }
  input Inner { size: Float! = 1.5 name: String }
  interface Named { name: String }
  type Row implements Named { id: ID! name: String broken: String refused: Int! rows: [Row] }
  type Other implements Named { name: String size: Float }
  union Thing = Row | Other
`);

const row = (id: number): Record<string, unknown> => ({
  __typename: 'Row',
  id,
  name: `row ${id}`,
});
const fields = (schema.getType('Row') as GraphQLObjectType).getFields();
fields['broken']!.resolve = () => {
  throw new Error('It broke.');
};
fields['refused']!.resolve = () => {
  throw new Refusal('FORBIDDEN', { en: 'No.', zh: '不行。' });
};
fields['rows']!.resolve = ({ id }: { id: number }) => Promise.resolve(id > 1 ? [row(1), null] : []);
const query = schema.getQueryType()!.getFields();
query['rows']!.resolve = async (_, { first, by }: { first: number; by?: string }) =>
  Array.from({ length: first }, (__, n) => row(by === 'DOWN' ? first - n : n + 1));
query['thing']!.resolve = (_, { kind }: { kind: string }) =>
  kind === 'row' ? row(7) : kind === 'other' ? { __typename: 'Other', name: 'other', size: 1.5 } : null;
query['page']!.resolve = (_, { of }: { of: unknown }) => JSON.stringify(of);
query['failing']!.resolve = () => Promise.reject(new Error('Nothing there.'));
query['sum']!.resolve = (_, { of }: { of: number[] }) => of.reduce((a, b) => a + b, 0);

const operationOf = (document: DocumentNode) =>
  document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;

async function both(
  text: string,
  variables: Record<string, unknown>,
): Promise<{ plain: ExecutionResult; twice: ExecutionResult }> {
  const document = parse(text);
  const operation = operationOf(document);
  const compiled = new Compiled();
  const asked = {
    schema,
    document,
    operation,
    operationName: operation.name?.value,
    variables,
    context: {} as RequestContext,
  };
  const plain = await execute({ schema, document, variableValues: variables });
  await compiled.execute(asked);
  return { plain, twice: await compiled.execute(asked) };
}

const told = ({ data, errors }: ExecutionResult): unknown => ({
  data,
  errors: errors
    ?.map(({ message, path, locations, extensions }) => JSON.stringify({ message, path, locations, extensions }))
    .toSorted(),
});

test.each([
  ['lists, arguments and aliases', '{ rows { id name } b: rows(first: 3, by: DOWN) { id rows { id } } }', {}],
  [
    'variables and their defaults',
    'query ($n: Int = 3, $by: Sort) { rows(first: $n, by: $by) { id } }',
    { by: 'DOWN' },
  ],
  [
    'defaults of required variables',
    'query ($n: Int! = 3, $by: Sort! = DOWN, $of: [Int!]! = [1, 2]) { rows(first: $n, by: $by) { id } sum(of: $of) }',
    { n: 2 },
  ],
  ['a variable that does not fit', 'query ($of: [Int!]!) { sum(of: $of) }', { of: [1, 'x'] }],
  [
    'members of a variable that are left out, and never null',
    'query ($of: Page!, $as: Page! = {by: UP}) { page(of: $of) as: page(of: $as) }',
    { of: { by: 'UP', inner: {}, among: [{ name: 'a' }, { size: 2 }] } },
  ],
  ['a variable that is missing', 'query ($of: [Int!]!) { sum(of: $of) }', {}],
  [
    'unions and interfaces',
    'query ($kind: String!) { thing(kind: $kind) { __typename ... on Row { id } ... on Named { name } ... on Other { size } } }',
    { kind: 'other' },
  ],
  ['an abstract type that is null', '{ thing(kind: "none") { __typename } }', {}],
  ['an error where null may stand', '{ rows { id broken } }', {}],
  ['an error that takes its parents along', '{ rows { id refused } maybe { id } }', {}],
  ['an error at the root', '{ failing { id } }', {}],
  [
    '@skip and @include',
    'query ($yes: Boolean!) { rows { ...a @include(if: $yes) name @skip(if: $yes) } } fragment a on Row { id }',
    { yes: true },
  ],
  [
    'one fragment skipped and included',
    'query ($yes: Boolean!) { a: rows @skip(if: $yes) { ...f } b: rows @include(if: $yes) { ...f } } fragment f on Row { id name }',
    { yes: true },
  ],
  ['introspection', '{ __schema { queryType { name } } __type(name: "Row") { fields { name } } }', {}],
])('%s: a program tells what graphql-js tells', async (_, text, variables) => {
  const { plain, twice } = await both(text, variables);
  expect(JSON.parse(JSON.stringify(told(twice)))).toEqual(JSON.parse(JSON.stringify(told(plain))));
});

test('what is asked once is not compiled, and programs are kept for so many documents only', async () => {
  const compiled = new Compiled();
  const documents = Array.from({ length: 400 }, (_, n) => parse(`{ rows { a${n}: id } }`));
  const ask = async (document: DocumentNode): Promise<void> =>
    void (await compiled.execute({
      schema,
      document,
      operation: operationOf(document),
      operationName: undefined,
      variables: {},
      context: {} as RequestContext,
    }));
  for (const document of documents) await ask(document);
  expect(compiled.size).toBe(0);
  for (const document of documents) await ask(document);
  expect(compiled.size).toBe(300);
});
