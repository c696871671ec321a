import type { EntityManager } from '@rapport/model/entities';
import type { LocalizedText } from '@rapport/model/vocabulary';
import { OperationRefused } from './operations.ts';

export interface Room {
  /** How many one may keep. */
  most: number;
  /** Of what, as in "200 notes". */
  what: LocalizedText;
}

/**
 * Refuses one more where somebody keeps as many as they may. Called in the transaction that adds it: of two at once the second waits
 * for the first to be counted.
 */
export async function assertRoom(
  em: EntityManager,
  whose: string,
  { most, what }: Room,
  count: () => Promise<number>,
): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`room ${what.en} ${whose}`]);
  if ((await count()) < most) return;
  throw new OperationRefused('TOO_MANY', {
    en: `There are ${most} ${what.en} already, and no more are kept. Delete one that is no longer needed.`,
    zh: `已有 ${most} 条${what.zh}，达到上限。请先删除不再需要的。`,
  });
}
