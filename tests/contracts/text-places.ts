import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { schema } from './every-field.ts';

/** One place of the schema where a client writes text: a document with that place as its variable `$s`. */
export interface TextPlace {
  /** Type.field(argument.member) */
  name: string;
  query: string;
  /** What the text is read as: String, ID, or a scalar that has a form. */
  scalar: string;
}

const TEXTS = new Set(['String', 'ID', 'LocalDate', 'DateTime']);
const DEEPEST = 4;

const LITERALS: Record<string, string> = { LocalDate: '"2025-01-05"', DateTime: '"2025-01-05T08:00:00Z"', Int: '1', Float: '1.5', Boolean: 'true' }; // prettier-ignore

const isNeeded = ({ type, defaultValue }: { type: GraphQLInputType; defaultValue?: unknown }): boolean =>
  isNonNullType(type) && defaultValue === undefined;

function literal(type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${literal(nullable.ofType)}]`;
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (!isInputObjectType(named)) return LITERALS[named.name] ?? '"x"';
  const needed = Object.values(named.getFields()).filter(isNeeded);
  return `{${needed.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')}}`;
}

interface Within {
  path: string;
  written: string;
  scalar: string;
}

/** Every place inside a value of this type, each with the value written around it. */
function placesIn(type: GraphQLInputType, depth = 0): Within[] {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return placesIn(nullable.ofType, depth).map((place) => ({ ...place, written: `[${place.written}]` }));
  const named = getNamedType(type);
  if (TEXTS.has(named.name)) return [{ path: '', written: '$s', scalar: named.name }];
  if (!isInputObjectType(named) || depth > DEEPEST) return [];
  const fields = Object.values(named.getFields());
  return fields.flatMap((field) =>
    placesIn(field.type, depth + 1).map(({ path, written, scalar }) => {
      const others = fields.filter((other) => other !== field && isNeeded(other));
      const members = [`${field.name}: ${written}`, ...others.map((other) => `${other.name}: ${literal(other.type)}`)];
      return { path: `.${field.name}${path}`, written: `{${members.join(', ')}}`, scalar };
    }),
  );
}

/** Little of the answer, but something that has to be looked up. */
function below(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '';
  return type.name.endsWith('Connection') ? ' { totalCount nodes { __typename } }' : ' { __typename }';
}

function call(field: GraphQLField<unknown, unknown>, arg: GraphQLArgument, written: string): string {
  const others = field.args.filter((other) => other !== arg && isNeeded(other));
  const args = [`${arg.name}: ${written}`, ...others.map((other) => `${other.name}: ${literal(other.type)}`)];
  return `${field.name}(${args.join(', ')})${below(field)}`;
}

/** A way to the fields of a type from the root, as everyField() finds it: here only the first one. */
function waysTo(): Map<string, (inner: string) => string> {
  const ways = new Map<string, (inner: string) => string>();
  const [query, mutation] = [schema.getQueryType()!, schema.getMutationType()!];
  ways.set(query.name, (inner) => `{ ${inner} }`);
  ways.set(mutation.name, (inner) => `{ ${inner} }`);
  const queue: GraphQLObjectType[] = [query];
  for (const type of queue) {
    const wrap = ways.get(type.name)!;
    for (const field of Object.values(type.getFields())) {
      const target = getNamedType(field.type);
      if (!isObjectType(target) || ways.has(target.name)) continue;
      const needed = field.args.filter(isNeeded).map((arg) => `${arg.name}: ${literal(arg.type)}`);
      const args = needed.length > 0 ? `(${needed.join(', ')})` : '';
      ways.set(target.name, (inner) => wrap(`${field.name}${args} { ${inner} }`));
      queue.push(target);
    }
  }
  return ways;
}

/** Every place where text is written, of every argument of every field that can be reached. */
export function textPlaces(): TextPlace[] {
  return [...waysTo()].flatMap(([name, wrap]) => {
    const type = schema.getType(name) as GraphQLObjectType;
    const operation = type === schema.getMutationType() ? 'mutation' : 'query';
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((arg) =>
        placesIn(arg.type).map(({ path, written, scalar }) => ({
          name: `${name}.${field.name}(${arg.name}${path})`,
          scalar,
          query: `${operation} ($s: ${scalar}!) ${wrap(call(field, arg, written))}`,
        })),
      ),
    );
  });
}
