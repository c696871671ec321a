import { defaultFieldResolver, isObjectType, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolvers } from './modules/index.ts';
import { resolveAttached } from './platform/graphql/attached.ts';
import { assertEveryFieldHasRoles } from './platform/graphql/roles.ts';

let schema: GraphQLSchema | undefined;

/** A page keeps its count as a function, called where it is asked for. Compiled documents read properties and never call them, so these fields say it. */
function resolveCounts(built: GraphQLSchema): void {
  for (const type of Object.values(built.getTypeMap())) {
    const count = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields()['totalCount'] : undefined;
    if (count) count.resolve ??= defaultFieldResolver;
  }
}

/** The schema out of the classes, once a process. It does not build while a field has no role. */
export function buildApiSchema(): GraphQLSchema {
  if (schema) return schema;
  const built = buildSchemaSync({ resolvers, validate: false });
  assertEveryFieldHasRoles(built);
  resolveCounts(built);
  resolveAttached(built);
  schema = built;
  return built;
}

/** What api/schema.graphql must contain. */
export function printedSchema(): string {
  return `${printSchema(buildApiSchema())}\n`;
}
