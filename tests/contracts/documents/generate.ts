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
import { dice } from '../../golden/random-shop.ts';
import { schema } from '../every-field.ts';

type Dice = ReturnType<typeof dice>;

/** Values that may well be answered: codes and days of the shop that is asked, ids of nobody. */
const SCALARS: Record<string, (roll: Dice) => unknown> = {
  Int: ({ below }) => 1 + below(3),
  Float: ({ below }) => below(100) / 10,
  Boolean: ({ chance }) => chance(0.5),
  ID: ({ pick }) => pick(['00000000-0000-0000-0000-000000000000', 'nobody', '1']),
  String: ({ pick }) => pick(['lived', 'swift', 'east', 'nothing', '']),
  LocalDate: ({ pick }) => pick(['2024-03-01', '2024-06-30']),
  DateTime: ({ pick }) => pick(['2024-03-01T00:00:00Z', '2024-06-30T12:00:00+08:00']),
};

/** A value for an argument or a variable: whatever has to be there, and now and then more. */
export function valueFor(type: GraphQLInputType, roll: Dice, depth = 0): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueFor(nullable.ofType, roll, depth + 1)];
  const named = getNamedType(type);
  if (isEnumType(named)) return roll.pick(named.getValues()).value as unknown;
  if (!isInputObjectType(named)) return SCALARS[named.name]?.(roll) ?? 'x';
  if (named.name === 'PeriodInput') return { from: '2024-03-01', to: '2024-04-30' };
  const members = Object.values(named.getFields()).filter(
    ({ type: member, defaultValue }) =>
      (isNonNullType(member) && defaultValue === undefined) || (depth < 2 && roll.chance(0.2)),
  );
  return Object.fromEntries(members.map(({ name, type: member }) => [name, valueFor(member, roll, depth + 1)]));
}

const mustBeGiven = ({ type, defaultValue }: GraphQLArgument): boolean =>
  isNonNullType(type) && defaultValue === undefined;

export interface Generated {
  query: string;
  variables: Record<string, unknown>;
}

/** One random query of the schema: variables, aliases, fragments, directives, nulls, empty pages and what cannot be answered. */
export function generatedDocument(seed: number): Generated {
  const roll = dice(seed);
  const declared: string[] = ['$yes: Boolean!'];
  const variables: Record<string, unknown> = { yes: roll.chance(0.5) };
  const fragments: string[] = [];
  // A page of a page of a page costs more than may be asked: `first` is small wherever it is.
  const given = (arg: GraphQLArgument): string => {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${String(arg.type)}`);
    variables[name] = arg.name === 'first' ? 1 + roll.below(3) : valueFor(arg.type, roll);
    return `${arg.name}: $${name}`;
  };
  const callOf = (field: GraphQLField<unknown, unknown>): string => {
    const args = field.args.filter((arg) => mustBeGiven(arg) || arg.name === 'first' || roll.chance(0.15)).map(given);
    return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
  };
  const selectionOf = (type: GraphQLObjectType, depth: number): string => {
    const fields = Object.values(type.getFields());
    const chosen = fields.filter(({ type: brought }) =>
      isObjectType(getNamedType(brought)) ? depth < 4 && roll.chance(2 / fields.length + 0.1) : roll.chance(0.5),
    );
    const lines = chosen.map((field) => {
      const brought = getNamedType(field.type);
      const alias = roll.chance(0.05) ? `a${roll.below(1000)}: ` : '';
      const below = isObjectType(brought) ? ` ${selectionOf(brought, depth + 1)}` : '';
      return `${alias}${callOf(field)}${below}`;
    });
    lines.push('__typename');
    const body = lines.join(' ');
    if (depth === 0 || !roll.chance(0.2)) return `{ ${body} }`;
    if (roll.chance(0.5)) return `{ ... on ${type.name} { ${body} } }`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${type.name} { ${body} }`);
    return `{ ...${name}${roll.chance(0.3) ? ' @include(if: $yes)' : ''} __typename }`;
  };
  const query = schema.getQueryType()!;
  const roots = Object.values(query.getFields());
  const asked = [roll.pick(roots), ...(roll.chance(0.3) ? [roll.pick(roots)] : [])];
  const lines = asked.map((field, index) => {
    const brought = getNamedType(field.type);
    const below = isObjectType(brought) ? ` ${selectionOf(brought, 1)}` : '';
    const directive = roll.chance(0.1) ? ' @skip(if: $yes)' : '';
    return `r${index}: ${callOf(field)}${directive}${below}`;
  });
  const used = [...lines, ...fragments].join(' ').includes('$yes');
  const head = used ? declared : declared.slice(1);
  if (!used) delete variables['yes'];
  return {
    query: `query Q${seed}${head.length > 0 ? `(${head.join(', ')})` : ''} { ${lines.join(' ')} } ${fragments.join(' ')}`,
    variables,
  };
}
