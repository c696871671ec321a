import type { Arena } from './arena/arena.ts';

export const groups = [
  'process',
  'database',
  'delivery',
  'compressed',
  'text',
  'values',
  'schema',
  'schedule',
] as const;
export type Group = (typeof groups)[number];

/** One row of the fault matrix, or a part of one. */
export interface FaultCase {
  group: Group;
  /** The fault, as a sentence would begin: "kill -9 at merge". */
  name: string;
  /** What must come of it. */
  expects: string;
  /** Too long or too large for every run of the tests. */
  heavy?: boolean;
  /** Many tries in one. */
  long?: boolean;
  /** What was violated; nothing: all held. */
  run(arena: Arena, seed: number): Promise<string[]>;
}

/** Said by a case that cannot be tried on this machine. */
export class Skipped extends Error {}

/** A case's own finding: wanted against found. */
export function expected<Value>(what: string, found: Value, wanted: Value): string[] {
  const [there, right] = [found, wanted].map((value) =>
    JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? `${one}` : one)),
  );
  return there === right ? [] : [`${what}: expected ${right}, found ${there}`];
}
