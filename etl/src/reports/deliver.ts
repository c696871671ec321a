import { createHash } from 'node:crypto';
import { audit, type Queryable } from '@rapport/model/schema';
import { problemOf } from '../alerts/deliver.ts';
import { sendLetter, type MailServer } from './mail.ts';
import { noMail } from './words.ts';

/** While a process is at it nobody else is; one that dies leaves the report to the next after so long. */
const CLAIM = '5 minutes';
const FIRST_WAIT_S = 60;
const LONGEST_WAIT_S = 3_600;
/** A morning's report is worth nothing the next morning: that one has its own. */
const GIVE_UP = '20 hours';

export interface PrintOrder {
  page: string;
  shop: string;
  language: 'en' | 'zh';
  landscape: boolean;
}

export interface PrintedPage {
  pdf: Uint8Array;
  /** The sentence with which the page opens. */
  answer: string;
  dataVersion: string | null;
}

/** What sending a report needs of whoever composes the house. */
export interface ReportHands {
  /** As the executive role sees it. */
  print(order: PrintOrder): Promise<PrintedPage>;
  /** How browsers reach the server; null: nobody said. */
  publicUrl: string | null;
  mail: MailServer | null;
}

interface Claimed {
  id: string;
  subscription: string;
  name: string;
  shop: string;
  page: string;
  language: 'en' | 'zh';
  landscape: boolean;
  told: string[];
  due: Date;
}

/** Sends the report that has waited longest; null: none waits. Otherwise what went wrong, or an empty text. */
export async function deliverNext(db: Queryable, hands: ReportHands): Promise<string | null> {
  const claimed = await claim(db);
  if (!claimed) return null;
  try {
    if (hands.mail === null) throw new Error(noMail.en);
    const printed = await hands.print(claimed);
    const recipients = await sendAll(db, claimed, printed, { ...hands, mail: hands.mail });
    await settle(db, claimed, printed, recipients);
    return '';
  } catch (error) {
    const problem = reasonOf(error);
    await postpone(db, claimed, problem);
    return problem;
  }
}

/** Nothing of an address or a page: what stands here is shown. */
function reasonOf(error: unknown): string {
  const { name, message } = error as Error;
  return name === 'PrintRefused' || message === noMail.en ? message : problemOf(error);
}

async function claim(db: Queryable): Promise<Claimed | undefined> {
  const { rows } = await db.query<Claimed>(
    `with mine as (
       update ops.report_deliveries set attempts = attempts + 1, next_at = now() + interval '${CLAIM}'
       where id = (select id from ops.report_deliveries where state = 'waiting' and next_at <= now() order by next_at, id limit 1 for update skip locked)
       returning id, subscription_id, told, due_at
     )
     select m.id::text, s.id::text as subscription, s.name, s.shop, s.page, s.language, s.landscape, m.told, m.due_at as due
     from mine m join ops.report_subscriptions s on s.id = m.subscription_id`,
  );
  return rows[0];
}

async function sendAll(
  db: Queryable,
  { id, subscription, name, page, language, told: before, due }: Claimed,
  { pdf, answer }: PrintedPage,
  { publicUrl, mail }: ReportHands & { mail: MailServer },
): Promise<number> {
  const { rows } = await db.query<{ address: string; token: string }>(
    `select address, token from ops.report_recipients where subscription_id = $1 and unsubscribed_at is null and not address = any($2::text[])
     order by address`,
    [subscription, before],
  );
  const at = (path: string): string | null => (publicUrl === null ? null : `${publicUrl.replace(/\/$/, '')}${path}`);
  for (const { address, token } of rows) {
    const whose = createHash('sha256').update(address).digest('hex').slice(0, 12);
    await sendLetter(mail, {
      id: `report-${id}-${whose}`,
      to: address,
      name,
      language,
      answer,
      address: at(page),
      unsubscribe: at(`/unsubscribe?token=${token}`),
      fileName: `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'rapport'}-${due.toISOString().slice(0, 10)}.pdf`,
      pdf,
    });
    await db.query(`update ops.report_deliveries set told = array_append(told, $2) where id = $1`, [id, address]);
  }
  return before.length + rows.length;
}

async function settle(
  db: Queryable,
  { id, subscription }: Claimed,
  printed: PrintedPage,
  recipients: number,
): Promise<void> {
  await db.query(
    `with sent as (
       update ops.report_deliveries set state = 'sent', settled_at = now(), problem = null, bytes = $2, data_version = $3 where id = $1
       returning subscription_id
     ) update ops.report_subscriptions s set problem = null from sent where s.id = sent.subscription_id`,
    [id, printed.pdf.length, printed.dataVersion],
  );
  const detail = { delivery: id, recipients, bytes: printed.pdf.length, dataVersion: printed.dataVersion };
  await audit(db, { actor: 'schedule', action: 'report.sent', subject: `report ${subscription}`, detail });
}

async function postpone(db: Queryable, { id, subscription }: Claimed, problem: string): Promise<void> {
  const { rows } = await db.query<{ failed: boolean }>(
    `with tried as (
       update ops.report_deliveries set problem = $2,
         state = case when created_at < now() - interval '${GIVE_UP}' then 'failed' else state end,
         settled_at = case when created_at < now() - interval '${GIVE_UP}' then now() end,
         next_at = now() + least(${LONGEST_WAIT_S}, ${FIRST_WAIT_S} * 2 ^ (attempts - 1)) * interval '1 second'
       where id = $1 returning subscription_id, state
     ), noted as (update ops.report_subscriptions s set problem = $2 from tried where s.id = tried.subscription_id)
     select state = 'failed' as failed from tried`,
    [id, problem],
  );
  if (rows[0]?.failed)
    await audit(db, {
      actor: 'schedule',
      action: 'report.failed',
      subject: `report ${subscription}`,
      detail: { delivery: id, problem },
    });
}
