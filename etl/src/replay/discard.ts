import { audit } from '@rapport/model/schema';
import type { RefusedSelection } from '@rapport/model/vocabulary';
import type pg from 'pg';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { inTransaction } from '../kit/run/transaction.ts';
import { assertGiven, selected, selectionValues } from './selection.ts';

/** Leaves waiting rows out for good, for a reason that is kept. Gives their number. */
export async function discard(
  pool: pg.Pool,
  { selection, reason, actor }: { selection: RefusedSelection; reason: string; actor: string },
): Promise<number> {
  assertGiven(selection);
  const why = reason.trim();
  if (why === '') throw new IngestError('discard_without_reason');
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ source: string; id: string }>(
      `/* discard */ update ops.quarantine q set state = 'discarded', discard_reason = $5, resolved_at = now(), resolved_by = $6
       where ${selected} returning q.source, q.id`,
      [...selectionValues(selection), why, actor],
    );
    for (const [source, mine] of Map.groupBy(rows, (row) => row.source)) {
      const detail = { rows: mine.length, reason: why, ids: mine.slice(0, 100).map(({ id }) => Number(id)) };
      await audit(client, { actor, action: 'quarantine.discard', subject: `source ${source}`, detail });
    }
    return rows.length;
  });
}
