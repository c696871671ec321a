import { defaultFieldResolver, isObjectType, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from './modules/index.ts';
import { resolveAttached } from './platform/graphql/attached.ts';
import { assertEveryFieldHasRoles } from './platform/graphql/roles.ts';

let schema: GraphQLSchema | undefined;

/** What a page makes where it is asked for. */
const MADE_WHEN_ASKED = ['totalCount', 'edges', 'cursor', 'pageInfo', 'endCursor'];

/**
 * A page keeps its count as a function and its places as getters. Compiled documents read properties: they never call them, and an error
 * out of one would leave the request without an answer. So these fields are resolved.
 */
function resolvePages(built: GraphQLSchema): void {
  for (const type of Object.values(built.getTypeMap())) {
    if (!isObjectType(type) || !/(.Connection|.Edge|^PageInfo)$/.test(type.name)) continue;
    for (const name of MADE_WHEN_ASKED) {
      const field = type.getFields()[name];
      if (field) field.resolve ??= defaultFieldResolver;
    }
  }
}

/** The schema out of the classes, once a process. It does not build while a field has no role. */
export function buildApiSchema(): GraphQLSchema {
  if (schema) return schema;
  const built = buildSchemaSync({ resolvers, validate: false });
  assertEveryFieldHasRoles(built);
  resolvePages(built);
  resolveAttached(built);
  schema = built;
  return built;
}

/** What api/schema.graphql must contain. */
export function printedSchema(): string {
  return `${printSchema(buildApiSchema())}\n`;
}
