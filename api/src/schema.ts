import { printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from './modules/index.ts';
import { assertEveryFieldHasRoles } from './platform/graphql/roles.ts';

let schema: GraphQLSchema | undefined;

/** The schema out of the classes, once a process. It does not build while a field has no role. */
export function buildApiSchema(): GraphQLSchema {
  if (schema) return schema;
  const built = buildSchemaSync({ resolvers, validate: false });
  assertEveryFieldHasRoles(built);
  schema = built;
  return built;
}

/** What api/schema.graphql must contain. */
export function printedSchema(): string {
  return `${printSchema(buildApiSchema())}\n`;
}
