import { GraphQLObjectType, GraphQLSchema, GraphQLString, type GraphQLFieldConfig } from 'graphql';
import { expect, test } from 'vitest';
import { assertEveryFieldHasRoles, everyone } from './roles.ts';

type Field = GraphQLFieldConfig<unknown, unknown>;

const schemaOf = (
  root: Partial<Field>,
  field: [string, Partial<Field>],
  typeRoles: unknown = everyone,
): GraphQLSchema => {
  const Thing = new GraphQLObjectType({
    name: 'Thing',
    extensions: { roles: typeRoles },
    fields: { [field[0]]: { type: GraphQLString, ...field[1] } },
  });
  const ruled = { type: Thing, extensions: { roles: everyone }, ...root };
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { thing: ruled } }) });
};

test('a root field and a type without a rule stop the schema from being built', () => {
  expect(() => assertEveryFieldHasRoles(schemaOf({}, ['code', {}]))).not.toThrow();
  expect(() => assertEveryFieldHasRoles(schemaOf({ extensions: {} }, ['code', {}]))).toThrow(/Query\.thing/);
  expect(() => assertEveryFieldHasRoles(schemaOf({}, ['code', {}], null))).toThrow(/Thing/);
});

test.each(['name', 'nickname', 'phoneMasked', 'email', 'contactAddress', 'comment', 'raw'])(
  'a text called %s says how it keeps persons, or the schema is not built',
  (name) => {
    expect(() => assertEveryFieldHasRoles(schemaOf({}, [name, {}]))).toThrow(`Thing.${name}`);
    expect(() => assertEveryFieldHasRoles(schemaOf({}, [name, { extensions: { personal: 'masked' } }]))).not.toThrow();
  },
);
