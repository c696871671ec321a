import type { Arena } from './arena/arena.ts';
import { Skipped, type FaultCase } from './fault-case.ts';

export interface Tried {
  group: string;
  name: string;
  seed: number;
  seconds: number;
  violations: string[];
  /** Why it could not be tried here. */
  skipped: string | null;
  remarks: string[];
}

const MOST_SHOWN = 8;
const LONGEST_SHOWN = 1_500;

/** Tries one case with one seed. What a case throws is a violation too: it could not do what must be possible. */
export async function tryCase(
  arena: Arena,
  { group, name, run }: FaultCase,
  seed: number,
  minutes: number,
): Promise<Tried> {
  const began = performance.now();
  arena.remarks.length = 0;
  let violations: string[] = [];
  let skipped: string | null = null;
  try {
    violations = await Promise.race([run(arena, seed), hangs(minutes)]);
  } catch (error) {
    if (error instanceof Skipped) skipped = error.message;
    else violations = [`it could not be tried to its end: ${(error as Error).stack ?? String(error)}`];
  } finally {
    await arena.tidy();
  }
  const seconds = Math.round(performance.now() - began) / 1000;
  return {
    group,
    name,
    seed,
    seconds,
    violations: violations.slice(0, MOST_SHOWN).map((one) => one.slice(0, LONGEST_SHOWN)),
    skipped,
    remarks: [...arena.remarks],
  };
}

function hangs(minutes: number): Promise<string[]> {
  const text = `it has not come to an end within ${minutes} minutes`;
  return new Promise((resolve) => setTimeout(() => resolve([text]), minutes * 60_000).unref());
}
