import type { Queryable } from '@rapport/model/schema';
import type { Oddity } from './health.type.ts';
import { oddities, relations, type OddityCode } from './oddities.ts';

const codes = Object.keys(oddities) as OddityCode[];

/** All counts in one statement, from one state of the data: one pass over each relation. */
export async function readOddities(db: Queryable, shop: string | null): Promise<Oddity[]> {
  const byRelation = Map.groupBy(codes, (code) => oddities[code].among);
  const passes = [...byRelation].map(([among, counted], n) => {
    const counts = counted.map((code) => `count(*) filter (where ${oddities[code].odd}) as "${code}"`);
    const { from, shop: column } = relations[among];
    return `(select ${counts.join(', ')} from ${from}${shop === null ? '' : ` where ${column} = $1`}) r${n}`;
  });
  const { rows } = await db.query<Record<OddityCode, number>>(
    `/* oddities */ select * from ${passes.join(', ')}`,
    shop === null ? [] : [shop],
  );
  return codes.map((code) => ({ code, title: oddities[code].title, rows: rows[0]?.[code] ?? 0 }));
}
