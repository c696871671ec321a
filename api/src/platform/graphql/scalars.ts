import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isoText } from './iso-text.ts';

const DAY = /^(\d{4})-\d{2}-\d{2}$/;

function parseDay(value: unknown): string {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (parts) {
    const date = new Date(`${parts[0]}T00:00:00Z`);
    if (Number(parts[1]) > 0 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(parts[0]))
      return parts[0];
  }
  const en = `${JSON.stringify(value)?.slice(0, 40)} is not a day of the calendar; write it as YYYY-MM-DD.`;
  const zh = `${JSON.stringify(value)?.slice(0, 40)} 不是有效日期，请写成 YYYY-MM-DD。`;
  throw new GraphQLError(en, { extensions: { code: 'BAD_USER_INPUT', text: { en, zh } } });
}

/** A day is text from the database to the page: it never becomes an instant, so no zone can move it. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day of the shop’s own calendar, as YYYY-MM-DD. Not an instant: no zone applies.',
  serialize: (value) => String(value),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Without a zone it would be a moment of whoever's clock reads it. */
function parseInstant(value: unknown): Date {
  const at = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
  if (at && !Number.isNaN(at.getTime())) return at;
  const en = `${JSON.stringify(value)?.slice(0, 40)} is not an instant; write it as 2018-03-04T05:06:07Z.`;
  const zh = `${JSON.stringify(value)?.slice(0, 40)} 不是有效时刻，请写成 2018-03-04T05:06:07Z。`;
  throw new GraphQLError(en, { extensions: { code: 'BAD_USER_INPUT', text: { en, zh } } });
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, as in 2018-03-04T05:06:07.000Z.',
  serialize: (value) => isoText(value instanceof Date ? value : new Date(String(value))),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});
