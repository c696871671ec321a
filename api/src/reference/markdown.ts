import { getNamedType, isScalarType, type GraphQLInputType, type GraphQLOutputType } from 'graphql';

/** Text inside a table cell, on one line. */
export const cell = (text: string | null | undefined): string =>
  (text ?? '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

/** Every page says that nobody writes it. */
export const page = (title: string, ...parts: readonly string[]): string =>
  `${[
    `# ${title}`,
    '<!-- Printed from the schema by api/src/print-reference.ts; change the descriptions of the classes instead. -->',
    ...parts,
  ].join('\n\n')}\n`;

/** Where each kind of type is told. */
export type PlaceOf = (typeName: string) => string | undefined;

/** A type as the schema writes it, leading to where it is told. */
export function typeLink(type: GraphQLInputType | GraphQLOutputType, placeOf: PlaceOf): string {
  const named = getNamedType(type);
  const written = String(type).replaceAll('[', '\\[').replaceAll(']', '\\]');
  const place = isScalarType(named) ? undefined : placeOf(named.name);
  return place === undefined ? written : written.replace(named.name, `[${named.name}](${place})`);
}

/** What it says of its end, where it is deprecated. */
export const withEnd = (description: string | null | undefined, reason: string | null | undefined): string =>
  reason ? `**Deprecated.** ${cell(reason)} ${cell(description)}` : cell(description);
