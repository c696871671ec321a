import type pg from 'pg';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { HeldWork } from '../schedule/held-work.ts';
import type { OpenStretch } from './next-step.ts';

/** A window of a backfill in the hands of this process. */
export class HeldStretch extends HeldWork {
  readonly #backfill: string;

  constructor(backfill: string, { source, at, runId }: OpenStretch) {
    super({
      table: 'ops.backfill_windows',
      key: { backfill_id: backfill, window_at: at },
      source,
      windowAt: at,
      runId,
    });
    this.#backfill = backfill;
  }

  override async begin(db: pg.Client, runId: string): Promise<boolean> {
    if (!(await super.begin(db, runId))) return false;
    await db.query(
      `with begun as (
         update ops.backfill_windows set started_at = now() where backfill_id = $1 and window_at = $2
       ) update ops.backfills set next_at = now() + gap where backfill_id = $1`,
      [this.#backfill, this.place.windowAt],
    );
    return true;
  }

  protected override async lost(db: pg.Client, runId: string): Promise<IngestError> {
    const { rows } = await db.query<{ state: string }>('select state from ops.backfills where backfill_id = $1', [
      this.#backfill,
    ]);
    if (rows[0]?.state !== 'cancelled') return super.lost(db, runId);
    const { source, windowAt } = this.place;
    const window = windowAt?.toISOString() ?? '';
    return new IngestError('backfill_cancelled', { backfill: this.#backfill, source, window });
  }
}
