import type { Queryable } from '../../schema/index.ts';
import { outlookOf, readHistoriesOf } from '../customer-value/index.ts';
import { fitShop, refusals } from '../customer-value/model.ts';
import { lostShares, type LostShares } from '../value-at-stake/value-at-stake.ts';
import type { Hurt, HurtCustomer } from './types.ts';

/** A failure longer ago is no reason to call any more. */
export const HURT_DAYS = 60;
/** So many are weighed, the latest first. */
const MOST = 20_000;

interface HurtRow {
  customerId: string;
  orderId: string;
  failures: string[];
  hurtOn: string;
}

/** Whose last valid order day went wrong in the days before today. */
async function readHurt(db: Queryable, shop: string, asOf: string): Promise<HurtRow[]> {
  const { rows } = await db.query<HurtRow>(
    `/* hurt customers */ select distinct on (j.ordered_on, j.customer_id) j.customer_id as "customerId", j.order_id as "orderId", j.failures, j.ordered_on::text as "hurtOn"
     from journey.order_journey j
     where j.shop = $1 and j.identified and j.valid and j.failures <> '{}' and j.valid_next_on is null and j.ordered_on > $4::date - $2::integer
     order by j.ordered_on desc, j.customer_id, cardinality(j.failures) desc, j.order_id limit $3`,
    [shop, HURT_DAYS, MOST, asOf],
  );
  return rows;
}

/** The share of next orders that the worst of these failures costs; a failure of which nothing can be said counts as none. */
export function worstShare(lost: LostShares, failures: readonly string[]): number {
  return Math.min(1, Math.max(0, ...failures.map((failure) => lost.get(failure)?.relative ?? 0)));
}

/** Hurt customers by what is at stake: the value expected of them in a year × the share such a failure costs. */
export async function hurtCustomers(db: Queryable, shop: string): Promise<Hurt> {
  const { fitted, refusal, currency, asOf } = await fitShop(db, shop);
  if (!fitted) return { customers: [], currency, asOf, refusal: { code: refusal, text: refusals[refusal] } };
  const rows = await readHurt(db, shop, asOf);
  const lost = await lostShares(db, { shop, days: { from: fitted.from, asOf } });
  const found = await readHistoriesOf(db, { shop, asOf, customers: rows.map(({ customerId }) => customerId) });
  const histories = new Map(found.map(({ customerId, ...history }) => [customerId, history]));
  const customers = rows.flatMap((row): HurtCustomer[] => {
    const history = histories.get(row.customerId);
    if (!history) return [];
    const { alive, value365Minor } = outlookOf(fitted.model, history);
    const valueYearMinor = Math.round(value365Minor ?? 0);
    return [
      { ...row, alive, valueYearMinor, atStakeMinor: Math.round(valueYearMinor * worstShare(lost, row.failures)) },
    ];
  });
  const dearest = (a: HurtCustomer, b: HurtCustomer) =>
    b.atStakeMinor - a.atStakeMinor || b.valueYearMinor - a.valueYearMinor || (a.orderId < b.orderId ? -1 : 1);
  return { customers: customers.toSorted(dearest), currency, asOf, refusal: null };
}
