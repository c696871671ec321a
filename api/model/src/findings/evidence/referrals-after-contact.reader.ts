import type { Queryable } from '../../schema/index.ts';

export interface Referring {
  satisfied: number;
  satisfiedReferring: number;
  others: number;
  othersReferring: number;
}

/** How long after it a recommendation is put down to a contact. */
export const REFERRING_DAYS = 90;

/**
 * Customers by whether they had a contact they rated 4 or 5, and who of them recommended the shop within 90 days: of the first such
 * contact, or of the first valid order. Customers whose 90 days are not over are left out.
 */
export async function readReferring(db: Queryable, shop: string, asOf: string): Promise<Referring> {
  const { rows } = await db.query<Referring>(
    `/* customers who recommend */
     with referring as (select customer_id, min(referred_on) as on from journey.referral_facts where shop = $1 and identified group by 1),
     good as (select customer_id, min(rated_on) as on from journey.case_journey where shop = $1 and identified and csat >= 4 and rated_on is not null group by 1),
     first as (select customer_id, min(ordered_on) as on from journey.order_journey where shop = $1 and identified and valid_first_of_day and valid_prev_on is null group by 1),
     people as (
       select coalesce(g.on, f.on) as since, g.on is not null as satisfied, r.on as referred
       from first f full join good g using (customer_id) left join referring r using (customer_id)
       where coalesce(g.on, f.on) <= $2::date - $3::int)
     select count(*) filter (where satisfied)::int as satisfied,
       count(*) filter (where satisfied and referred between since and since + $3::int)::int as "satisfiedReferring",
       count(*) filter (where not satisfied)::int as others,
       count(*) filter (where not satisfied and referred between since and since + $3::int)::int as "othersReferring"
     from people`,
    [shop, asOf, REFERRING_DAYS],
  );
  return rows[0] ?? { satisfied: 0, satisfiedReferring: 0, others: 0, othersReferring: 0 };
}
