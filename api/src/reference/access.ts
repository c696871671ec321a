import { isObjectType, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { keyScopes, roles, type KeyScope, type Role } from '@rapport/model/vocabulary';
import { neededFor, type Needed } from '../platform/graphql/gate.ts';
import { rolesOf } from '../platform/graphql/roles.ts';
import { page, table } from './markdown.ts';

const every = Object.keys(roles) as Role[];

/** What it takes to ask for a root field, whatever is read of its answer. */
export function neededForRoot(schema: GraphQLSchema, root: GraphQLObjectType, field: string): Needed {
  const operation = root === schema.getMutationType() ? 'mutation' : 'query';
  return neededFor(schema, parse(`${operation} { ${field} { __typename } }`));
}

/** Parts of a role that a key may be kept to, always in one order. */
export const partsOf = (scopes: ReadonlySet<KeyScope>): string =>
  keyScopes.filter((scope) => scopes.has(scope)).join(', ');

const marks = (allowed: (role: Role) => boolean): string[] => every.map((role) => (allowed(role) ? 'yes' : '–'));

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] => {
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !type.name.startsWith('__') && !roots.has(type))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

function rootRows(schema: GraphQLSchema): string[][] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.keys(root?.getFields() ?? {})
      .toSorted()
      .map((field) => {
        const needed = neededForRoot(schema, root!, field);
        return [`${root!.name}.${field}`, ...marks((role) => needed.roles.has(role)), partsOf(needed.scopes)];
      }),
  );
}

function typeRows(schema: GraphQLSchema): string[][] {
  return objectTypes(schema).flatMap((type) => {
    const own = Object.values(type.getFields()).filter((field) => rolesOf(field));
    const rowOf = (name: string, allowed: readonly Role[] = []): string[] => [
      name,
      ...marks((role) => allowed.includes(role)),
    ];
    return [
      rowOf(type.name, rolesOf(type)),
      ...own.map((field) => rowOf(`${type.name}.${field.name}`, rolesOf(field))),
    ];
  });
}

function personalRows(schema: GraphQLSchema): string[][] {
  return objectTypes(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => field.extensions['personal'])
      .map((field) => [`${type.name}.${field.name}`, String(field.extensions['personal'])]),
  );
}

/** Who may ask for what: read by people in review, and by the test that asks for every field as every role. */
export function accessPage(schema: GraphQLSchema): string {
  return page(
    'Who may ask for what',
    'Whoever has neither session nor key is answered nothing (401). A document is refused whole (403) where its role may not see one of its root fields, of the types on the way, or of the fields below that have a row of their own. Rows of a lead are those of their scope. A key may be kept to parts of its role: the last column names the parts a root field takes. What hangs on a row or a value (masks, raw text) is left out by the reader, not refused.',
    '## Root fields',
    table(['root field', ...every, 'of a key'], rootRows(schema)),
    '## Types, and fields with a rule of their own',
    table(['type', ...every], typeRows(schema)),
    '## Fields that may tell of a person',
    'How each is kept from telling too much: *masked* (the reader selects a mask), *free text* (redacted or sealed at load where the source declares it personal), *account* (the name somebody works under), *of a thing* (no person). The schema does not build while one is missing.',
    table(['field', 'kept by'], personalRows(schema)),
  );
}
