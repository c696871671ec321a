import type { Queryable } from '@rapport/model/schema';
import { knownValue } from '../dimensions/index.ts';
import type { Backlog, CaseAge } from './backlog.type.ts';

const age = (hours: number): string => `e.ends_at - j.opened_at <= interval '${hours} hours'`;

/** What was open at the end of a day, the shop's last one unless an earlier one is named: of later ones nothing is known. Pairs of fewer cases than `fewest` are left out. */
export async function readBacklog(
  db: Queryable,
  { shop, asOf, fewest }: { shop?: string | null; asOf?: string | null; fewest: number },
): Promise<Backlog[]> {
  const { rows } = await db.query<{ channel: string; bucket: CaseAge; open: number; overdue: number }>(
    `/* backlog */ select j.channel,
       case when ${age(4)} then 'UP_TO_4H' when ${age(24)} then 'UP_TO_24H' when ${age(72)} then 'UP_TO_3D' when ${age(168)} then 'UP_TO_7D' else 'OLDER' end as bucket,
       count(*)::integer as open,
       (count(*) filter (where j.resolution_due_at < e.ends_at
         or (j.handled_by is distinct from 'bot' and j.response_due_at < e.ends_at and coalesce(j.first_response_at >= e.ends_at, true))))::integer as overdue
     from journey.case_journey j
     join (select s.shop, ((least($2::date, s.as_of) + 1)::timestamp at time zone s.zone) as ends_at from core.shops s) e on e.shop = j.shop
     where j.shop = coalesce($1, j.shop) and j.opened_at < e.ends_at and coalesce(coalesce(j.resolved_at, j.closed_at) >= e.ends_at, j.status in ('open', 'pending'))
     group by 1, 2, e.shop having count(*) >= $3::integer order by 1, min(e.ends_at - j.opened_at)`,
    [shop ?? null, asOf ?? null, fewest],
  );
  return rows.map((row) => ({ ...row, channel: knownValue('CHANNEL', row.channel) }));
}
