const A_SLOT = 8;
const AN_OBJECT = 24;

/** About how many bytes an answer takes in memory: never less than its text as JSON would. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return AN_OBJECT + 2 * value.length;
  if (typeof value === 'number') return 2 * AN_OBJECT;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + A_SLOT + weightOf(each), AN_OBJECT);
  if (typeof value !== 'object' || value === null) return A_SLOT;
  return Object.entries(value).reduce((sum, [name, each]) => sum + A_SLOT + name.length + weightOf(each), AN_OBJECT);
}
