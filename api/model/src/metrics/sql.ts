import pg from 'pg';

/** A piece of SQL with the values it binds. Text never holds a value that came from outside. */
export interface Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;

/** Splices other pieces in, binds everything else. */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  const texts: string[] = [];
  const values: unknown[] = [];
  let text = strings[0] ?? '';
  parts.forEach((part, index) => {
    if (isSql(part)) {
      const inner = [...part.strings];
      inner[0] = text + (inner[0] ?? '');
      text = inner.pop() ?? '';
      texts.push(...inner);
      values.push(...part.values);
    } else {
      texts.push(text);
      values.push(part);
      text = '';
    }
    text += strings[index + 1] ?? '';
  });
  return { strings: [...texts, text], values };
}

/** Text that is ours: names of tables and columns, literals of a closed set. */
export const raw = (text: string): Sql => ({ strings: [text], values: [] });

export const join = (pieces: readonly Sql[], separator: string): Sql =>
  pieces.reduce<Sql>((sum, piece, index) => (index === 0 ? piece : sql`${sum}${raw(separator)}${piece}`), raw(''));

/** A quoted literal of a closed set, for text that must not depend on a parameter (GROUP BY, declarations). */
export const literal = (text: string): Sql => raw(pg.escapeLiteral(text));

/** Numbers the parameters; equal values share one, so that equal expressions stay equal to PostgreSQL. */
export function toQuery(piece: Sql, first = 1): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  let text = piece.strings[0] ?? '';
  piece.values.forEach((value, index) => {
    let at = params.findIndex((known) => known === value);
    if (at < 0) at = params.push(value) - 1;
    text += `$${first + at}${piece.strings[index + 1] ?? ''}`;
  });
  return { sql: text, params };
}

/** The same text and the same values: the same piece. */
export const identityKey = (piece: Sql): string => JSON.stringify(toQuery(piece));

function inlinedValue(value: unknown): string {
  if (Array.isArray(value)) return `array[${value.map(inlinedValue).join(', ')}]`;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value);
  throw new TypeError(`A ${typeof value} cannot stand in the text of a statement.`);
}

/** The text with its values quoted into it: for several statements in one message, which can bind none. */
export const inlined = ({ strings, values }: Sql): string =>
  strings.reduce((text, part, index) => `${text}${inlinedValue(values[index - 1])}${part}`);
