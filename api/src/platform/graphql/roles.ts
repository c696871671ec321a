import 'reflect-metadata';
import { Extensions, ObjectType } from 'type-graphql';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Role } from '@rapport/model/vocabulary';

export const everyone: readonly Role[] = ['executive', 'analyst', 'steward', 'operator'];
export const rowReaders: readonly Role[] = ['analyst', 'steward', 'operator'];

/**
 * Leads too. Said only of what holds rows of their scope alone, all the way down: a root field whose every statement reads through the
 * request's snapshot, a type none of whose fields reads anything else.
 */
export const withLeads = (roles: readonly Role[]): readonly Role[] => [...roles, 'lead'];

/** Who may ask for this field. */
export function Allow(roles: readonly Role[]): ReturnType<typeof Extensions> {
  return Extensions({ roles });
}

/** How a field that may tell of a person is kept from telling too much. */
export type PersonalRule =
  /** The reader selects a mask; the value itself never reaches the API. */
  | 'masked'
  /** The value itself, in the answer of a reveal alone: to a steward who gave a reason, after the audit has it. */
  | 'revealed'
  /** Words of customers and staff, redacted or sealed at load where the source declares them personal. */
  | 'free text'
  /** The name under which somebody works with Rapport or for the shop, for those who may know it. */
  | 'account'
  /** Looks like it and is not: the name of a thing. */
  | 'of a thing';

export function Personal(personal: PersonalRule): ReturnType<typeof Extensions> {
  return Extensions({ personal });
}

interface OutputTypeOptions {
  name?: string;
  description: string;
  roles: readonly Role[];
}

/**
 * An object type with its rule. Rules are checked on the whole operation before it runs (see gate.ts), never field by field,
 * so its fields need none of type-graphql's wrappers: `simpleResolvers` is safe here and twice as fast.
 */
export function OutputType({ name, description, roles }: OutputTypeOptions): ClassDecorator {
  const options = { description, simpleResolvers: true };
  return (target) => {
    (name === undefined ? ObjectType(options) : ObjectType(name, options))(target);
    Allow(roles)(target);
  };
}

interface Ruled {
  extensions: Readonly<Record<string, unknown>>;
}

export function rolesOf(ruled: Ruled): readonly Role[] | undefined {
  return ruled.extensions['roles'] as readonly Role[] | undefined;
}

/** What a field is called that may tell of a person. */
const PERSONAL =
  /^(name|text|title|message|comment|reply|raw|actor|note|reason)$|name(masked)?$|phone|mail|address|contact|birth/i;

function assertPersonalFieldsHaveRules(schema: GraphQLSchema): void {
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const isText = getNamedType(field.type).name === 'String';
      if (isText && PERSONAL.test(field.name) && !field.extensions['personal'])
        missing.push(`${type.name}.${field.name}`);
    }
  }
  if (missing.length > 0)
    throw new Error(`Nobody said how ${missing.join(', ')} keeps persons: put @Personal(…) on the field.`);
}

/** Default deny: every root field and every object type says who may see it. */
export function assertEveryFieldHasRoles(schema: GraphQLSchema): void {
  assertPersonalFieldsHaveRules(schema);
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    if (!roots.has(type)) {
      if (!rolesOf(type)) missing.push(type.name);
      continue;
    }
    for (const field of Object.values(type.getFields()))
      if (!rolesOf(field)) missing.push(`${type.name}.${field.name}`);
  }
  if (missing.length > 0) {
    throw new Error(
      `No role may see ${missing.join(', ')}: put @Allow(…) on the root field, roles in the @OutputType.`,
    );
  }
}
