import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { allCases } from './all-cases.ts';
import { Arena } from './arena/arena.ts';
import { MatrixServer } from './arena/server.ts';
import type { Group } from './fault-case.ts';
import { tryCase } from './try-case.ts';

const SEED = 1;
/** For a busy machine; vitest waits longer, so that what hung is tidied up and named. */
const MINUTES = 8;

/** The cases of a group with one seed and a small shop, as tests. `npm run faults` tries all of them, with more of each. */
export function tryGroup(group: Group): void {
  let arena: Arena;
  beforeAll(() => {
    const { adminUrl, template } = inject('postgres');
    arena = new Arena(new MatrixServer(adminUrl, template), 60, { kills: 2, killSize: 400, shuffles: 2 });
  });
  afterAll(async () => {
    await arena.close();
    await arena.server.close();
  });
  it.each(allCases.filter((one) => one.group === group && !one.heavy))('$name', async (one) => {
    const { violations, skipped } = await tryCase(arena, one, SEED, MINUTES);
    expect({ violations, skipped }).toEqual({ violations: [], skipped: null });
  });
}
