import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** How long what others use stays after it was said that it goes. */
export const NOTICE_DAYS = 180;

/** “Use `orders`. Since 2026-11-22, goes 2027-06-01.” */
const DATED = /^(.+\.) Since (\d{4}-\d{2}-\d{2}), goes (\d{4}-\d{2}-\d{2})\.$/;

interface Deprecation {
  instead: string;
  since: string;
  goes: string;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** What a reason says, where it says all of it: what to use instead, since when, and the day from which it may be gone. */
export function deprecationOf(reason: string): Deprecation | undefined {
  const [, instead, since, goes] = DATED.exec(reason) ?? [];
  if (!instead || !since || !goes) return undefined;
  return daysBetween(since, goes) >= NOTICE_DAYS ? { instead, since, goes } : undefined;
}

interface Member {
  name: string;
  deprecationReason?: string | null | undefined;
}

function membersOf(type: GraphQLNamedType): [string, Member][] {
  const named = (members: readonly Member[]): [string, Member][] =>
    members.map((member) => [`${type.name}.${member.name}`, member]);
  if (isEnumType(type)) return named(type.getValues());
  if (isInputObjectType(type)) return named(Object.values(type.getFields()));
  if (!isObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  return [
    ...named(fields),
    ...fields.flatMap((field) =>
      field.args.map((arg): [string, Member] => [`${type.name}.${field.name}.${arg.name}`, arg]),
    ),
  ];
}

/** Whatever is deprecated, by its path (Type.field, Type.field.argument, Enum.VALUE), and why. */
export function deprecated(schema: GraphQLSchema): Map<string, string> {
  const members = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap(membersOf);
  return new Map(
    members.flatMap(([path, { deprecationReason }]) => (deprecationReason ? [[path, deprecationReason] as const] : [])),
  );
}
