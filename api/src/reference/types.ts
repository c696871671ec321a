import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { rolesOf } from '../platform/graphql/roles.ts';
import { cell, page, table, typeLink, withEnd, type PlaceOf } from './markdown.ts';

/** Edges and pages of rows are alike: they are told once. */
const isOfPages = (name: string): boolean => /.(Connection|Edge)$/.test(name);

const isTold = (type: GraphQLNamedType): boolean => !isIntrospectionType(type) && !/^(Query|Mutation)$/.test(type.name);

export const placesOf =
  (schema: GraphQLSchema): PlaceOf =>
  (name) => {
    const type = schema.getType(name);
    if (isEnumType(type)) return `enums.md#${name.toLowerCase()}`;
    if (isInputObjectType(type)) return `inputs.md#${name.toLowerCase()}`;
    if (!isObjectType(type)) return undefined;
    return isOfPages(name) ? 'types.md#pages' : `types.md#${name.toLowerCase()}`;
  };

function signature(field: GraphQLField<unknown, unknown>, placeOf: PlaceOf): string {
  if (field.args.length === 0) return `\`${field.name}\``;
  const args = field.args.map((arg) => `${arg.name}: ${typeLink(arg.type, placeOf)}`);
  return `\`${field.name}\` (${args.join(', ')})`;
}

function objectTold(type: GraphQLObjectType, placeOf: PlaceOf): string {
  const rows = Object.values(type.getFields()).map((field) => [
    signature(field, placeOf),
    typeLink(field.type, placeOf),
    withEnd(field.description, field.deprecationReason),
  ]);
  return [
    `## ${type.name}`,
    cell(type.description),
    `Who: ${(rolesOf(type) ?? []).join(', ')}.`,
    table(['field', 'type', ''], rows),
  ].join('\n\n');
}

function inputTold(type: GraphQLInputObjectType, placeOf: PlaceOf): string {
  const rows = Object.values(type.getFields()).map((field) => [
    `\`${field.name}\``,
    typeLink(field.type, placeOf),
    field.defaultValue === undefined ? '' : `\`${JSON.stringify(field.defaultValue)}\``,
    withEnd(field.description, field.deprecationReason),
  ]);
  return [`## ${type.name}`, cell(type.description), table(['member', 'type', 'default', ''], rows)].join('\n\n');
}

function enumTold(type: GraphQLEnumType): string {
  const rows = type
    .getValues()
    .map(({ name, description, deprecationReason }) => [`\`${name}\``, withEnd(description, deprecationReason)]);
  return [`## ${type.name}`, cell(type.description), table(['value', ''], rows)].join('\n\n');
}

const sorted = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap())
    .filter(isTold)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

const PAGES = `## Pages

Every \`…Connection\` is a page of rows: \`nodes\` (the rows), \`edges\` (each with its \`cursor\`), [pageInfo](#pageinfo), and \`totalCount\` (all rows that match, counted only when asked for). Ask for the next with \`after: pageInfo.endCursor\`; \`first\` is 1 to 100.`;

export function typesPage(schema: GraphQLSchema, placeOf: PlaceOf): string {
  const types = sorted(schema);
  const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  const objects = types.filter((type) => isObjectType(type)).filter(({ name }) => !isOfPages(name));
  return page(
    'Types',
    ...scalars.map(({ name, description }) => `**${name}**: ${cell(description)}`),
    PAGES,
    ...objects.map((type) => objectTold(type, placeOf)),
  );
}

export const inputsPage = (schema: GraphQLSchema, placeOf: PlaceOf): string =>
  page('Inputs', ...sorted(schema).flatMap((type) => (isInputObjectType(type) ? [inputTold(type, placeOf)] : [])));

export const enumsPage = (schema: GraphQLSchema): string =>
  page('Enums', ...sorted(schema).flatMap((type) => (isEnumType(type) ? [enumTold(type)] : [])));
