import { CriticalityLevel, diff, type Change } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { deprecated, deprecationOf } from './deprecation.ts';

export interface SchemaChanges {
  /** What breaks somebody's script: gone, narrower, or asked for now. */
  breaking: string[];
  /** Of these, what nobody was told of in time. */
  unannounced: string[];
  /** What answers otherwise without breaking: a value that was never there, another default. */
  dangerous: string[];
  safe: string[];
}

/** A type goes with the last that led to it, and that is a change of its own: what counts is what could be asked. */
const REMOVED_WITH_OTHERS = new Set(['TYPE_REMOVED']);

/** Was it, or the field it belongs to, said to be gone by now? */
function announced({ path, type }: Change, reasons: ReadonlyMap<string, string>, today: string): boolean {
  if (REMOVED_WITH_OTHERS.has(String(type))) return true;
  const parts = (path ?? '').split('.');
  return parts.some((_, index) => {
    const goes = deprecationOf(reasons.get(parts.slice(0, index + 1).join('.')) ?? '')?.goes;
    return goes !== undefined && goes <= today;
  });
}

const told = ({ path, message }: Change): string => (path ? `${path}: ${message}` : message);

export async function compareSchemas(
  released: GraphQLSchema | string,
  now: GraphQLSchema | string,
  today: string,
): Promise<SchemaChanges> {
  const schemaOf = (schema: GraphQLSchema | string): GraphQLSchema =>
    typeof schema === 'string' ? buildSchema(schema) : schema;
  const before = schemaOf(released);
  const changes = await diff(before, schemaOf(now));
  const reasons = deprecated(before);
  const at = (level: CriticalityLevel): Change[] => changes.filter(({ criticality }) => criticality.level === level);
  const breaking = at(CriticalityLevel.Breaking);
  return {
    breaking: breaking.map(told),
    unannounced: breaking.filter((change) => !announced(change, reasons, today)).map(told),
    dangerous: at(CriticalityLevel.Dangerous).map(told),
    safe: at(CriticalityLevel.NonBreaking).map(told),
  };
}
