import type { Queryable } from '@rapport/model/schema';
import type { Oddity } from './health.type.ts';
import { oddities, type OddityCode } from './oddities.ts';

/** All counts in one statement, from one state of the data. */
export async function readOddities(db: Queryable, shop: string | null): Promise<Oddity[]> {
  const ofShop = (alias: string): string => (shop === null ? 'true' : `${alias}.shop = $1`);
  const counts = Object.entries(oddities).map(([code, { count }]) => `(${count(ofShop)}) as "${code}"`);
  const { rows } = await db.query<Record<OddityCode, number>>(
    `/* oddities */ select ${counts.join(', ')}`,
    shop === null ? [] : [shop],
  );
  const counted = rows[0];
  return (Object.keys(oddities) as OddityCode[]).map((code) => ({
    code,
    title: oddities[code].title,
    rows: counted?.[code] ?? 0,
  }));
}
