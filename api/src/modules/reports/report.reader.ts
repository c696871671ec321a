import type { Queryable } from '@rapport/model/schema';
import type { Principal } from '../../platform/auth/principal.ts';
import type { ReportLanguage, ReportRecipient, ReportSubscription } from './report.type.ts';

interface Row extends Omit<ReportSubscription, 'language' | 'recipients' | 'mine'> {
  ownerId: string;
  language: 'en' | 'zh';
  recipients: { address: string; unsubscribedAt: string | null }[];
}

const recipient = ({ address, unsubscribedAt }: Row['recipients'][number]): ReportRecipient => ({
  address,
  unsubscribedAt: unsubscribedAt === null ? null : new Date(unsubscribedAt),
});

/** More than a house could read; an operator sees the latest of everybody's. */
const MOST = 200;

/** One's own; operators see everybody's, since they look after the mail server. */
export async function readReports(db: Queryable, { id, role }: Principal): Promise<ReportSubscription[]> {
  const { rows } = await db.query<Row>(
    `/* reports */ select s.id::text, s.name, s.owner, s.owner_id as "ownerId", s.shop, s.page, s.language, s.landscape, s.cron, s.zone,
       s.next_at as "nextAt", s.paused_at as "pausedAt", s.problem, s.version,
       (select max(d.settled_at) from ops.report_deliveries d where d.subscription_id = s.id and d.state = 'sent') as "lastSentAt",
       (select coalesce(json_agg(json_build_object('address', r.address, 'unsubscribedAt', r.unsubscribed_at) order by r.address), '[]')
        from ops.report_recipients r where r.subscription_id = s.id) as recipients
     from ops.report_subscriptions s where s.owner_id = $1 or $2 order by s.id desc limit ${MOST}`,
    [id, role === 'operator'],
  );
  return rows.map(({ ownerId, language, recipients, ...row }) => ({
    ...row,
    mine: ownerId === id,
    language: language.toUpperCase() as ReportLanguage,
    recipients: recipients.map(recipient),
  }));
}
