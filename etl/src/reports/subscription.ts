import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { audit, type Queryable } from '@rapport/model/schema';
import { inTransaction } from '../kit/run/transaction.ts';
import { checkedOrder } from './checks.ts';
import { isKept } from './kept-by.ts';
import { ReportRefused } from './refused.ts';

/** Who keeps it: an account or a key, as the audit names them. */
export interface Owner {
  id: string;
  actor: string;
  /** Operators look after everybody's. */
  any: boolean;
}

export interface SubscriptionOrder {
  id?: string | null;
  version?: number | null;
  name: string;
  shop: string;
  /** Path and state, as in the address. */
  page: string;
  language: 'en' | 'zh';
  landscape: boolean;
  /** Five fields, on the clock of the zone. */
  cron: string;
  /** Left out: the shop's. */
  zone?: string | null;
  recipients: readonly string[];
}

const notFound = (): ReportRefused =>
  new ReportRefused('NOT_FOUND', { en: 'You keep no such subscription.', zh: '您没有该订阅。' }, 'id');

const changedMeanwhile = (): ReportRefused =>
  new ReportRefused(
    'CHANGED_MEANWHILE',
    {
      en: 'This subscription was changed elsewhere since you opened it. Open it again.',
      zh: '打开之后，该订阅已在别处被修改，请重新打开。',
    },
    'version',
  );

/** Reports that one owner keeps: each is a page in a browser and a mail to everybody on its list. */
const MOST = 50;
/** Sent by hand, a report goes out once in so long. */
const SEND_AGAIN = '5 minutes';

const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';

/** Keeps a new subscription, or changes one of one's own; gives its number. */
export async function saveSubscription(db: pg.Pool, owner: Owner, order: SubscriptionOrder): Promise<string> {
  const checked = await checkedOrder(db, order);
  try {
    return await inTransaction(db, async (tx) => {
      const values = [
        checked.name,
        order.shop,
        checked.page,
        order.language,
        order.landscape,
        checked.cron,
        checked.zone,
        checked.nextAt,
      ];
      const id = order.id ? await change(tx, owner, order, values) : await insert(tx, owner, values);
      await keepRecipients(tx, id, checked.recipients);
      const detail = {
        name: checked.name,
        page: checked.page,
        cron: checked.cron,
        recipients: checked.recipients.length,
      };
      await audit(tx, { actor: owner.actor, action: 'report.save', subject: `report ${id}`, detail });
      return id;
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new ReportRefused(
      'NAME_TAKEN',
      {
        en: 'You keep a subscription of this name already. Choose another name.',
        zh: '您已有同名订阅，请换一个名称。',
      },
      'name',
    );
  }
}

async function assertRoom(tx: Queryable, owner: Owner): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('reports of ' || $1, 0))`, [owner.id]);
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::integer as n from ops.report_subscriptions where owner_id = $1`,
    [owner.id],
  );
  if ((rows[0]?.n ?? 0) < MOST) return;
  throw new ReportRefused('TOO_MANY', {
    en: `You keep ${MOST} reports, and no more are kept. Remove one that nobody reads.`,
    zh: `您已有 ${MOST} 份报告，达到上限。请先删除不再需要的。`,
  });
}

async function insert(tx: Queryable, owner: Owner, values: unknown[]): Promise<string> {
  await assertRoom(tx, owner);
  const { rows } = await tx.query<{ id: string }>(
    `insert into ops.report_subscriptions (name, shop, page, language, landscape, cron, zone, next_at, owner_id, owner)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id::text`,
    [...values, owner.id, owner.actor],
  );
  return rows[0]?.id ?? '';
}

async function change(
  tx: Queryable,
  owner: Owner,
  { id, version }: SubscriptionOrder,
  values: unknown[],
): Promise<string> {
  const kept = await own(tx, owner, id ?? '');
  if (kept.version !== version) throw changedMeanwhile();
  await tx.query(
    `update ops.report_subscriptions set name = $1, shop = $2, page = $3, language = $4, landscape = $5, cron = $6, zone = $7, next_at = $8,
       problem = null, version = version + 1, updated_at = now() where id = $9`,
    [...values, kept.id],
  );
  // Whose account has gone cannot keep it any longer: who mends it takes it over, and it comes due again.
  if (!kept.isKept)
    await tx.query(`update ops.report_subscriptions set owner_id = $2, owner = $3, paused_at = null where id = $1`, [
      kept.id,
      owner.id,
      owner.actor,
    ]);
  return kept.id;
}

/** Who has ended it stays ended. */
async function keepRecipients(tx: Queryable, id: string, addresses: readonly string[]): Promise<void> {
  await tx.query(
    `delete from ops.report_recipients where subscription_id = $1 and unsubscribed_at is null and not address = any($2::text[])`,
    [id, addresses],
  );
  for (const address of addresses)
    await tx.query(
      `insert into ops.report_recipients (subscription_id, address, token) values ($1, $2, $3) on conflict do nothing`,
      [id, address, randomBytes(24).toString('base64url')],
    );
}

async function own(tx: Queryable, owner: Owner, id: string): Promise<{ id: string; version: number; isKept: boolean }> {
  const number = /^\d{1,15}$/.test(id) ? id : '0';
  const { rows } = await tx.query<{ id: string; version: number; isKept: boolean }>(
    `select s.id::text, s.version, ${isKept} as "isKept" from ops.report_subscriptions s
     where s.id = $1 and (s.owner_id = $2 or $3) for update of s`,
    [number, owner.id, owner.any],
  );
  if (!rows[0]) throw notFound();
  return rows[0];
}

type Change = 'pause' | 'resume' | 'send' | 'delete';

const statements: Record<Change, string> = {
  pause: `update ops.report_subscriptions set paused_at = coalesce(paused_at, now()), version = version + 1 where id = $1`,
  resume: `update ops.report_subscriptions set paused_at = null, problem = null, next_at = greatest(next_at, now()), version = version + 1 where id = $1`,
  send: `insert into ops.report_deliveries (subscription_id, due_at) values ($1, date_trunc('second', now())) on conflict do nothing`,
  delete: `delete from ops.report_subscriptions where id = $1`,
};

async function assertNotJustSent(tx: Queryable, id: string): Promise<void> {
  const { rows } = await tx.query(
    `select from ops.report_deliveries where subscription_id = $1 and (state = 'waiting' or created_at > now() - interval '${SEND_AGAIN}') limit 1`,
    [id],
  );
  if (rows.length === 0) return;
  throw new ReportRefused('JUST_SENT', {
    en: `This report is on its way, or went out within the last ${SEND_AGAIN}. Wait a little.`,
    zh: '该报告正在发送，或五分钟内刚发送过，请稍后再试。',
  });
}

/** Paused, nothing comes due; sent at once, it goes out beside its schedule. Gives its number. */
export function changeSubscription(db: pg.Pool, owner: Owner, what: Change, id: string): Promise<string> {
  return inTransaction(db, async (tx) => {
    const kept = await own(tx, owner, id);
    if (what === 'send') await assertNotJustSent(tx, kept.id);
    await tx.query(statements[what], [kept.id]);
    await audit(tx, { actor: owner.actor, action: `report.${what}`, subject: `report ${kept.id}` });
    return kept.id;
  });
}
