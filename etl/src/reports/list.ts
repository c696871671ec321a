import type { Queryable } from '@rapport/model/schema';

export interface SubscriptionLine {
  id: string;
  name: string;
  owner: string;
  page: string;
  cron: string;
  zone: string;
  recipients: number;
  nextAt: Date;
  pausedAt: Date | null;
  lastSentAt: Date | null;
  problem: string | null;
}

/** Every subscription, as the command line shows them. */
export async function listSubscriptions(db: Queryable): Promise<SubscriptionLine[]> {
  const { rows } = await db.query<SubscriptionLine>(
    `select s.id::text, s.name, s.owner, s.page, s.cron, s.zone, s.next_at as "nextAt", s.paused_at as "pausedAt", s.problem,
       (select count(*)::int from ops.report_recipients r where r.subscription_id = s.id and r.unsubscribed_at is null) as recipients,
       (select max(d.settled_at) from ops.report_deliveries d where d.subscription_id = s.id and d.state = 'sent') as "lastSentAt"
     from ops.report_subscriptions s order by s.id`,
  );
  return rows;
}
