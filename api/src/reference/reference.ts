import type { GraphQLSchema } from 'graphql';
import { accessPage } from './access.ts';
import type { Example } from './examples.ts';
import { cell, page, table } from './markdown.ts';
import { operationsPage } from './operations.ts';
import { enumsPage, inputsPage, placesOf, typesPage } from './types.ts';

function contents(schema: GraphQLSchema): string {
  const rowsOf = (
    file: string,
    fields: Record<string, { name: string; description?: string | null }> = {},
  ): string[][] =>
    Object.values(fields)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, description }) => [`[${name}](${file}#${name.toLowerCase()})`, cell(description)]);
  return page(
    'The API, field by field',
    '[Queries](queries.md) · [Mutations](mutations.md) · [Types](types.md) · [Inputs](inputs.md) · [Enums](enums.md) · [Who may ask for what](access.md) · [how to ask, limits, errors](../operations/graphql-api.md) · [questions ready to send](../examples/README.md) · [the schema itself](../../api/schema.graphql)',
    '## Queries',
    table(['', ''], rowsOf('queries.md', schema.getQueryType()?.getFields())),
    '## Mutations',
    table(['', ''], rowsOf('mutations.md', schema.getMutationType()?.getFields())),
  );
}

/** The pages of docs/api, by file name. */
export function referencePages(schema: GraphQLSchema, examples: readonly Example[]): Record<string, string> {
  const placeOf = placesOf(schema);
  return {
    'README.md': contents(schema),
    'queries.md': operationsPage(schema, 'Query', examples, placeOf),
    'mutations.md': operationsPage(schema, 'Mutation', examples, placeOf),
    'types.md': typesPage(schema, placeOf),
    'inputs.md': inputsPage(schema, placeOf),
    'enums.md': enumsPage(schema),
    'access.md': accessPage(schema),
  };
}
