import { printedSchema } from '@rapport/api';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';

export const schema = buildSchema(printedSchema());

function literal(type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (isInputObjectType(named)) {
    const required = Object.values(named.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return `{${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')}}`;
  }
  if (isScalarType(named) && named.name === 'LocalDate') return '"2025-01-05"';
  if (isScalarType(named) && named.name === 'DateTime') return '"2025-01-05T08:00:00Z"';
  return named.name === 'Int' || named.name === 'Float' ? '1' : '"x"';
}

const listed = (type: GraphQLInputType): string =>
  String(type).startsWith('[') ? `[${literal(type)}]` : literal(type);
const needed = (arg: GraphQLArgument): boolean => isNonNullType(arg.type) && arg.defaultValue === undefined;

/** Where any text would be refused as a question, not as a right: the shop of the tests, a rule set there is, one thing to look up. */
const known: Readonly<Record<string, string>> = { shop: '"lived"', ruleSet: '"china"', rule: '"pick_up_48h_rate"' };
const beside: Readonly<Record<string, string[]>> = { sayings: ['term: "x"'] };

function call(field: GraphQLField<unknown, unknown>, below: string): string {
  const args = [
    ...field.args.filter(needed).map((arg) => `${arg.name}: ${known[arg.name] ?? listed(arg.type)}`),
    ...(beside[field.name] ?? []),
  ];
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${below}`;
}

export interface Walked {
  path: string;
  query: string;
  root: string;
  types: string[];
}

/** A query to every field of the schema by its shortest way from the root. */
export function everyField(): Walked[] {
  const walked: Walked[] = [];
  const seen = new Set<string>();
  let frontier = [
    { type: schema.getQueryType()!, wrap: (below: string) => below, root: '', types: [] as string[] },
    { type: schema.getMutationType()!, wrap: (below: string) => `mutation ${below}`, root: '', types: [] as string[] },
  ];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { type, wrap, root, types } of frontier) {
      for (const field of Object.values(type.getFields())) {
        const target = getNamedType(field.type);
        const isObject = isObjectType(target);
        const path = `${type.name}.${field.name}`;
        const passed = isObject ? [...types, target.name] : types;
        walked.push({
          path,
          root: root || field.name,
          types: passed,
          query: wrap(`{ ${call(field, isObject ? ' { __typename }' : '')} }`),
        });
        if (!isObject || seen.has(target.name)) continue;
        seen.add(target.name);
        next.push({
          type: target as GraphQLObjectType,
          root: root || field.name,
          types: passed,
          wrap: (below) => wrap(`{ ${call(field, ` ${below}`)} }`),
        });
      }
    }
    frontier = next;
  }
  return walked;
}
