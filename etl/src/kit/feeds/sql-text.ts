/** A text literal for generated SQL whose values come from a checked source definition. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
