import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { printedSchema } from './schema.ts';

const schema: GraphQLSchema = buildSchema(printedSchema());
const builtIn = new Set(['String', 'Int', 'Float', 'Boolean', 'ID', 'Query']);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !builtIn.has(type.name),
);

interface Described {
  name: string;
  description?: string | null;
}

const membersOf = (type: GraphQLNamedType): Described[] => {
  if (isEnumType(type)) return [...type.getValues()];
  return isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];
};

const argumentsOf = (type: GraphQLNamedType): [string, Described[]][] =>
  isObjectType(type)
    ? Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, [...field.args]])
    : [];

test('the committed schema is what the classes print', () => {
  expect(printedSchema()).toBe(readFileSync(join(import.meta.dirname, '..', 'schema.graphql'), 'utf8'));
});

test('every type, field, argument and enum value is described', () => {
  const silent: string[] = [];
  for (const type of [...types, schema.getQueryType()!]) {
    if (!type.description && type.name !== 'Query' && type.name !== 'Mutation') silent.push(type.name);
    for (const member of membersOf(type)) if (!member.description) silent.push(`${type.name}.${member.name}`);
    for (const [field, args] of argumentsOf(type))
      for (const arg of args) if (!arg.description) silent.push(`${field}(${arg.name})`);
  }
  expect(silent).toEqual([]);
});

test('names follow one rule: Types, fields, VALUES', () => {
  const odd: string[] = [];
  for (const type of types) {
    if (!/^[A-Z][A-Za-z]+$/.test(type.name)) odd.push(type.name);
    const rule = isEnumType(type) ? /^[A-Z][A-Z0-9_]*$/ : /^[a-z][A-Za-z0-9]*$/;
    for (const member of membersOf(type)) if (!rule.test(member.name)) odd.push(`${type.name}.${member.name}`);
  }
  expect(odd).toEqual([]);
});

test('every connection is a Relay connection', () => {
  const connections = types.filter((type) => type.name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(5);
  for (const connection of connections) {
    expect(
      membersOf(connection)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['edges', 'nodes', 'pageInfo', 'totalCount']);
  }
});

type AnyField = GraphQLField<unknown, unknown> | GraphQLInputField;

/** Every field of every object and input, by its path, with the name of what it brings. */
const fields = [...types, schema.getQueryType()!]
  .filter((type) => isObjectType(type) || isInputObjectType(type))
  .flatMap((type) =>
    Object.values(type.getFields() as Record<string, AnyField>).map((field) => ({
      path: `${type.name}.${field.name}`,
      parent: type.name,
      name: field.name,
      type: field.type,
      brings: getNamedType(field.type).name,
      args: 'args' in field ? field.args : [],
    })),
  );
const breaching = (wrong: (field: (typeof fields)[number]) => boolean): string[] =>
  fields.filter(wrong).map(({ path }) => path);

test('descriptions are sentences', () => {
  const described: Described[] = types.flatMap((type) => [
    type,
    ...membersOf(type).map((member) => ({ ...member, name: `${type.name}.${member.name}` })),
    ...argumentsOf(type).flatMap(([path, args]) => args.map((arg) => ({ ...arg, name: `${path}(${arg.name})` }))),
  ]);
  expect(described.filter(({ description }) => description && !/[.?!…)”]$/.test(description.trim()))).toEqual([]);
  expect(described.filter(({ description }) => /\b(TODO|FIXME|tbd|undefined)\b/.test(description ?? ''))).toEqual([]);
});

test('days are LocalDate and called …On, moments are DateTime and called …At', () => {
  expect(breaching(({ name, brings }) => /[a-z]On$/.test(name) && brings !== 'LocalDate')).toEqual([]);
  expect(breaching(({ name, brings }) => /[a-z]At$/.test(name) && brings !== 'DateTime')).toEqual([]);
});

test('money is Money, never a bare number', () => {
  const money = /price|amount|freight|paid|cost|refund|fee$/i;
  const numbers = new Set(['Int', 'Float']);
  expect(breaching(({ name, brings }) => money.test(name) && !name.endsWith('Seconds') && numbers.has(brings))).toEqual(
    [],
  );
});

test('ids are ID; a number a shop gave is text, and called externalId or recordId', () => {
  const ofShop = new Set(['externalId', 'recordId']);
  const isId = (name: string): boolean => name === 'id' || (/[a-z]Id$/.test(name) && !ofShop.has(name));
  expect(
    breaching(({ name, brings, type }) => isId(name) && brings !== 'ID' && !isEnumType(getNamedType(type))),
  ).toEqual([]);
});

test('lists hold no nulls', () => {
  const holdsNulls = (type: AnyField['type']): boolean => {
    const list = getNullableType(type);
    return isListType(list) && !isNonNullType(list.ofType);
  };
  expect(breaching(({ type }) => holdsNulls(type))).toEqual([]);
});

test('a page is asked by first and after, narrowed by …Where and sorted by …Order', () => {
  const argNames = ({ args }: (typeof fields)[number]): Set<string> => new Set(args.map(({ name }) => name));
  const paged = (field: (typeof fields)[number]): boolean =>
    argNames(field).has('first') && argNames(field).has('after');
  expect(breaching((field) => field.brings.endsWith('Connection') !== paged(field))).toEqual([]);
  const named = (arg: string, rule: RegExp): string[] =>
    breaching(({ args }) => args.some(({ name, type }) => name === arg && !rule.test(getNamedType(type).name)));
  expect(named('where', /(Where|^DimensionFilter)$/)).toEqual([]);
  expect(named('orderBy', /Order$/)).toEqual([]);
});

test('a mutation always answers, with what was refused as data', () => {
  const mutations = Object.values(schema.getMutationType()!.getFields());
  expect(mutations.length).toBeGreaterThan(10);
  const silent = mutations.filter(({ type }) => {
    const payload = getNamedType(type);
    const errors = isObjectType(payload) ? payload.getFields()['userErrors'] : undefined;
    const error = errors && getNamedType(errors.type);
    const tells = isObjectType(error) && ['code', 'field', 'text'].every((name) => name in error.getFields());
    return !isNonNullType(type) || !tells || String(errors?.type) !== `[${error.name}!]!`;
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});
