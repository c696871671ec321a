import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import type { AlertKind } from '@rapport/model/vocabulary';
import { conditionsNow, type Condition } from './conditions/index.ts';
import type { AlertConfig, Channel } from './config.ts';
import { inTransaction } from '../kit/run/transaction.ts';

/** Whoever asks what is wrong and whoever writes it down is one: an answer must not be overtaken by an older one. */
const ALERT_LOCK = 7_270_009;
/** A process put to sleep in here must not hold up the others for ever. */
const PATIENCE = '5s';

export interface Evaluation {
  opened: number;
  recovered: number;
  open: number;
}

interface OpenAlert {
  id: string;
  kind: AlertKind;
  severity: Condition['severity'];
  source: string;
  subject: string;
}

type Event = 'opened' | 'reminded' | 'recovered';

/**
 * Opens an alert for what has become wrong, closes those of what is right again, and writes down whom to tell: all in one
 * transaction, so that a crash neither loses a notice nor tells it twice. Nothing is sent here.
 */
export async function evaluateAlerts(db: pg.Client | pg.Pool, config: AlertConfig): Promise<Evaluation> {
  return inTransaction(db, async (tx) => {
    await tx.query(`set local lock_timeout = '${PATIENCE}'`);
    await tx.query('select pg_advisory_xact_lock($1)', [ALERT_LOCK]);
    const wrong = await conditionsNow(tx, config);
    const { rows: open } = await tx.query<OpenAlert>(
      'select id::text, kind, severity, source, subject from ops.alerts where recovered_at is null',
    );
    const byKey = new Map(open.map((alert) => [keyOf(alert), alert]));
    let opened = 0;
    for (const condition of wrong) {
      const known = byKey.get(keyOf(condition));
      if (!known) opened += 1;
      const id = await write(tx, condition);
      if (!known || (known.severity === 'warning' && condition.severity === 'critical'))
        await tell(tx, config, { ...condition, id }, 'opened');
    }
    const now = new Set(wrong.map(keyOf));
    const over = open.filter((alert) => !now.has(keyOf(alert)));
    for (const alert of over) await close(tx, config, alert, now);
    await remind(tx, config);
    return { opened, recovered: over.length, open: wrong.length };
  });
}

const keyOf = ({ kind, source, subject }: Pick<OpenAlert, 'kind' | 'source' | 'subject'>): string =>
  JSON.stringify([kind, source, subject]);

async function write(tx: Queryable, condition: Condition): Promise<string> {
  const { kind, severity, source, subject, title, detail, runId } = condition;
  const { rows } = await tx.query<{ id: string }>(
    `insert into ops.alerts (kind, severity, source, subject, title_en, title_zh, detail_en, detail_zh, run_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (kind, source, subject) where recovered_at is null do update set severity = excluded.severity,
       title_en = excluded.title_en, title_zh = excluded.title_zh, detail_en = excluded.detail_en,
       detail_zh = excluded.detail_zh, run_id = excluded.run_id, last_seen_at = now()
     returning id::text`,
    [kind, severity, source, subject, title.en, title.zh, detail.en, detail.zh, runId],
  );
  return rows[0]?.id ?? '';
}

/** A warning that has become a breach is not over: the breach is told, and its end. */
async function close(tx: Queryable, config: AlertConfig, alert: OpenAlert, now: ReadonlySet<string>): Promise<void> {
  await tx.query('update ops.alerts set recovered_at = now() where id = $1', [alert.id]);
  const worse = keyOf({ ...alert, kind: 'freshness_breach' });
  if (alert.kind === 'freshness_warning' && now.has(worse)) return;
  await tell(tx, config, alert, 'recovered');
}

async function remind(tx: Queryable, config: AlertConfig): Promise<void> {
  if (config.remindEvery === undefined) return;
  const { rows } = await tx.query<OpenAlert>(
    `select a.id::text, a.kind, a.severity, a.source, a.subject from ops.alerts a
     where a.recovered_at is null and a.acknowledged_at is null and coalesce(a.snoozed_until, '-infinity') < now()
       and greatest(a.opened_at, (select max(created_at) from ops.alert_deliveries d where d.alert_id = a.id)) < now() - $1 * interval '1 ms'`,
    [config.remindEvery],
  );
  for (const alert of rows) await tell(tx, config, alert, 'reminded');
}

async function tell(
  tx: Queryable,
  { channels }: AlertConfig,
  alert: Pick<OpenAlert, 'id' | 'kind' | 'severity'>,
  event: Event,
): Promise<void> {
  const names = Object.entries(channels).flatMap(([name, channel]) => (wants(channel, alert) ? [name] : []));
  if (names.length === 0) return;
  await tx.query(
    `insert into ops.alert_deliveries (alert_id, event, number, channel)
     select $1, $2, 1 + (select count(*) from ops.alert_deliveries d where d.alert_id = $1 and d.event = $2 and d.channel = c.name), c.name
     from unnest($3::text[]) c(name)`,
    [alert.id, event, names],
  );
}

function wants({ kinds, atLeast }: Channel, { kind, severity }: Pick<OpenAlert, 'kind' | 'severity'>): boolean {
  return (kinds?.includes(kind) ?? true) && (atLeast === 'warning' || severity === 'critical');
}
