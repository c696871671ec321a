import type { Queryable } from '@rapport/model/schema';
import { mailMessage } from './channels/email.ts';
import { tellDingTalk, tellFeishu, tellWeCom } from './channels/robots.ts';
import { postMessage } from './channels/webhook.ts';
import type { AlertConfig, Channel } from './config.ts';
import type { Message, Notice } from './notice.ts';

/** While a sender is at it nobody else is; one that dies leaves the message to the next after so long. */
const CLAIM = '2 minutes';
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 3_600;
/** A notice a day old is no news: the list of alerts says it better. */
const GIVE_UP = '1 day';
/** More in one go would hold up whoever has it sent; the rest comes with the next. */
const AT_ONCE = 5;

export interface Delivered {
  sent: number;
  failed: { channel: string; problem: string }[];
}

interface Claimed {
  id: string;
  alert_id: string;
  event: Notice['event'];
  kind: Notice['kind'];
  severity: Notice['severity'];
  source: string;
  subject: string;
  title_en: string;
  title_zh: string;
  detail_en: string;
  detail_zh: string;
  run_id: string | null;
  opened_at: Date;
  recovered_at: Date | null;
}

/**
 * Sends what waits, on each channel in order; one that does not answer waits longer each time and holds up no other. At least
 * once: killed between sending and writing that down, the same message goes out again under the same id.
 */
export async function deliverNotices(db: Queryable, { channels }: AlertConfig): Promise<Delivered> {
  await dropUnwanted(db, Object.keys(channels));
  const results = await Promise.all(
    Object.entries(channels).map(async ([name, channel]) => {
      let sent = 0;
      for (; sent < AT_ONCE; sent++) {
        const problem = await sendNext(db, name, channel);
        if (problem === 'nothing') break;
        if (problem !== null) return { sent, failed: [{ channel: name, problem }] };
      }
      return { sent, failed: [] };
    }),
  );
  return { sent: results.reduce((sum, { sent }) => sum + sent, 0), failed: results.flatMap(({ failed }) => failed) };
}

/** Null: sent. */
async function sendNext(db: Queryable, name: string, channel: Channel): Promise<string | null> {
  const message = await claim(db, name);
  if (!message) return 'nothing';
  const ids = message.deliveries;
  try {
    await sendMessage(channel, { id: message.id, channel: name, notices: message.notices });
  } catch (error) {
    const problem = problemOf(error);
    await db.query(
      `update ops.alert_deliveries set error = $2,
         state = case when created_at < now() - interval '${GIVE_UP}' then 'failed' else state end,
         next_at = now() + least(${LONGEST_WAIT_S}, ${FIRST_WAIT_S} * 2 ^ (attempts - 1)) * interval '1 second'
       where id = any($1::bigint[])`,
      [ids, problem],
    );
    return problem;
  }
  await db.query(
    `update ops.alert_deliveries set state = 'sent', sent_at = now(), error = null where id = any($1::bigint[])`,
    [ids],
  );
  return null;
}

export async function sendMessage(channel: Channel, message: Message): Promise<void> {
  if (channel.webhook) await postMessage(channel.webhook, message);
  if (channel.email) await mailMessage(channel.email, channel.language, message);
  if (channel.wecom) await tellWeCom(channel.wecom, channel.language, message);
  if (channel.feishu) await tellFeishu(channel.feishu, channel.language, message);
  if (channel.dingtalk) await tellDingTalk(channel.dingtalk, channel.language, message);
}

/** The oldest message of a channel, if its time has come: what one evaluation had to tell. */
async function claim(
  db: Queryable,
  channel: string,
): Promise<{ id: string; deliveries: string[]; notices: Notice[] } | null> {
  const { rows } = await db.query<Claimed>(
    `with mine as (
       update ops.alert_deliveries set attempts = attempts + 1, next_at = now() + interval '${CLAIM}'
       where channel = $1 and state = 'waiting' and next_at <= now() and created_at = (
         select created_at from ops.alert_deliveries where channel = $1 and state = 'waiting' order by id limit 1)
       returning id, alert_id, event
     )
     select m.id::text, m.alert_id::text, m.event, a.kind, a.severity, a.source, a.subject, a.title_en, a.title_zh, a.detail_en,
       a.detail_zh, a.run_id::text, a.opened_at, a.recovered_at
     from mine m join ops.alerts a on a.id = m.alert_id order by m.id`,
    [channel],
  );
  const [first] = rows;
  if (!first) return null;
  return { id: `${channel}-${first.id}`, deliveries: rows.map(({ id }) => id), notices: rows.map(noticeOf) };
}

function noticeOf(row: Claimed): Notice {
  return {
    alertId: row.alert_id,
    event: row.event,
    kind: row.kind,
    severity: row.severity,
    source: row.source,
    subject: row.subject,
    title: { en: row.title_en, zh: row.title_zh },
    detail: { en: row.detail_en, zh: row.detail_zh },
    runId: row.run_id,
    openedAt: row.opened_at,
    recoveredAt: row.event === 'recovered' ? row.recovered_at : null,
  };
}

/** A channel that is no longer configured is told nothing any more. */
async function dropUnwanted(db: Queryable, names: readonly string[]): Promise<void> {
  await db.query(
    `update ops.alert_deliveries set state = 'dropped' where state = 'waiting' and not channel = any($1::text[])`,
    [names],
  );
}

/** Neither address nor password: what stands here is shown. */
export function problemOf(error: unknown): string {
  const { code, responseCode, cause, message } = error as Error & {
    code?: string;
    responseCode?: number;
    cause?: { code?: string };
  };
  if (/^it (answered|leads)/.test(message)) return message;
  if (responseCode) return `it answered ${responseCode}`;
  if (/timeout|aborted/i.test(message)) return 'it did not answer in time';
  const told = cause?.code ?? code;
  return `it could not be reached${told === undefined ? '' : ` (${told})`}`;
}
