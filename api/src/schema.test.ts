import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
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
