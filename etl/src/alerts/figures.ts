import type pg from 'pg';
import { inTransaction } from '../kit/run/transaction.ts';

/** Whoever looks first looks for all; another one goes on with what stands. */
const LOOK_LOCK = 7_270_037;

/** Judges every watched figure of what was published since the last look; nothing where nothing was. */
export async function lookAtPublished(db: pg.Client | pg.Pool): Promise<void> {
  const { rows: news } = await db.query<{ news: boolean }>(
    `/* alarms: news */ select exists (select from core.shops p, ops.data_version v, ops.alarm_settings s where p.as_of is not null
       and not exists (select from ops.alarm_looks l where l.shop = p.shop and l.data_version = v.version and l.monthly_budget = s.monthly_budget)) as news`,
  );
  if (!news[0]?.news) return;
  await inTransaction(db, async (tx) => {
    const { rows } = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOOK_LOCK]);
    if (!rows[0]?.mine) return;
    const { lookAtFigures } = await import('@rapport/model/findings'); // large, and most looks find nothing published
    await lookAtFigures(tx);
  });
}
