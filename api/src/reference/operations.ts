import { isListType, getNamedType, getNullableType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { neededForRoot, partsOf } from './access.ts';
import type { Example } from './examples.ts';
import { cell, page, table, typeLink, withEnd, type PlaceOf } from './markdown.ts';

type Field = GraphQLField<unknown, unknown>;

/** What it costs, as far as that can be told without knowing what is asked below it. */
function costOf(field: Field): string {
  const price = field.extensions['price'] as ((args: Record<string, unknown>) => number) | undefined;
  if (price) return price.length === 0 ? `${price({})} points` : 'by its arguments, everything below included';
  if (getNamedType(field.type).name.endsWith('Connection')) return '1, and `first` × what a row costs';
  if (isListType(getNullableType(field.type))) return 'three rows × what a row costs';
  return '1, and what hangs on it';
}

const written = (value: unknown): string => (value === undefined ? '' : `\`${JSON.stringify(value)}\``);

function told(
  schema: GraphQLSchema,
  root: 'Query' | 'Mutation',
  field: Field,
  examples: readonly Example[],
  placeOf: PlaceOf,
): string {
  const parent = root === 'Query' ? schema.getQueryType()! : schema.getMutationType()!;
  const { roles, scopes } = neededForRoot(schema, parent, field.name);
  const args = field.args.map((arg) => [
    `\`${arg.name}\``,
    typeLink(arg.type, placeOf),
    written(arg.defaultValue),
    withEnd(arg.description, arg.deprecationReason),
  ]);
  const asked = examples.filter(({ roots }) => roots.has(field.name));
  return [
    `## ${field.name}`,
    withEnd(field.description, field.deprecationReason),
    [
      `- brings ${typeLink(field.type, placeOf)}`,
      `- who: ${[...roles].join(', ')}; of a key: ${partsOf(scopes)}`,
      `- cost: ${costOf(field)}`,
      ...(asked.length === 0
        ? []
        : [`- asked in ${asked.map(({ title, file }) => `[${cell(title)}](../examples/${file})`).join(', ')}`]),
    ].join('\n'),
    ...(args.length === 0 ? [] : [table(['argument', 'type', 'default', ''], args)]),
  ].join('\n\n');
}

const titles = { Query: 'Queries', Mutation: 'Mutations' } as const;
const heads = {
  Query: 'What can be asked. Every list is a Relay connection; a figure is null, never 0, where nothing was told.',
  Mutation:
    'What can be done. Each answers with what became of it, and with `userErrors` where it was refused; what changes data, rights or schedules is written to the audit. They are run one after the other.',
} as const;

export function operationsPage(
  schema: GraphQLSchema,
  root: 'Query' | 'Mutation',
  examples: readonly Example[],
  placeOf: PlaceOf,
): string {
  const parent = root === 'Query' ? schema.getQueryType() : schema.getMutationType();
  const fields = Object.values(parent?.getFields() ?? {}).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const list = fields.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(' · ');
  return page(titles[root], heads[root], list, ...fields.map((field) => told(schema, root, field, examples, placeOf)));
}
