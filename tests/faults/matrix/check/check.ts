import { checkAccounts, checkEndings, checkTurns } from './accounts.ts';
import { checkBounds } from './bounds.ts';
import type { Db } from './db.ts';
import { differing, hashes } from './dump.ts';
import { reckon, type Reckoned } from './reckoning.ts';
import { checkOrphans, checkQuarantine } from './refused.ts';
import { checkRollups } from './rollups.ts';
import type { Sent } from './sent.ts';
import { checkTables } from './tables.ts';

export interface CheckOptions {
  /** Reckoned before, where many houses were sent the same. */
  reckoned?: Reckoned;
  /** Found good before: where core, journey and mart hold the same to the row, tables and rollups are not reckoned again. */
  good?: Map<string, string>;
  /** Dead rows that one run may leave. */
  mostDead?: number;
}

/**
 * What must hold of a house after whatever happened to it, from the files it was sent and SQL of its own. It shares no code with
 * the loader (an import rule says so), so that a mistake of the one is not the other's as well.
 */
export async function check(
  db: Db,
  sent: readonly Sent[],
  { reckoned = reckon(sent), good, mostDead }: CheckOptions = {},
): Promise<string[]> {
  const known = good !== undefined && differing(good, await hashes(db)).length === 0;
  return [
    ...(await checkAccounts(db, sent, reckoned)),
    ...(known ? [] : [...(await checkTables(db, reckoned)), ...(await checkRollups(db))]),
    ...(await checkEndings(db, sent)),
    ...(await checkOrphans(db, reckoned)),
    ...(await checkQuarantine(db, sent)),
    ...(await checkTurns(db)),
    ...(await checkBounds(db, mostDead)),
    ...(good === undefined || known ? [] : ['I2 other than an undisturbed load']),
  ];
}
