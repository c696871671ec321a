import { dayAfter, readDefects, type Rule } from '@rapport/model/findings';
import type { Queryable } from '@rapport/model/schema';
import { decodeCursor, encodeCursor, pageOf, type Page } from '../../platform/graphql/page.ts';
import { badInput } from '../../platform/graphql/refusal.ts';
import type { RuleDefect } from './rule-defect.type.ts';
import type { RuleDefectsArguments } from './rule.args.ts';
import { reasonOf } from './rule.words.ts';

/** The last order day of a shop. */
export async function readLastDay(db: Queryable, shop: string): Promise<string> {
  const { rows } = await db.query<{ asOf: string | null }>(
    `/* rules as of */ select as_of as "asOf" from core.shops where shop = $1`,
    [shop],
  );
  if (rows[0]?.asOf) return rows[0].asOf;
  throw badInput('shop', {
    en: `There is no shop “${shop}” with an order. See shops.`,
    zh: `没有店铺“${shop}”，或其尚无订单，见 shops。`,
  });
}

const ORDER = 'rule defects';

/** The orders that are defects; they are counted on from where the page before ended. */
export async function readRuleDefects(
  db: Queryable,
  rule: Rule,
  on: string,
  asked: RuleDefectsArguments,
): Promise<Page<RuleDefect>> {
  const skip = Number(decodeCursor(asked.after, ORDER, 1)?.[0] ?? 0);
  const { shop, merchant, first } = asked;
  const { rows, total } = await readDefects(db, rule, { shop, merchant: merchant ?? null, on, first: first + 1, skip });
  const numbered = rows.map((row, nth) => ({ ...row, nth: skip + nth + 1 }));
  return pageOf(numbered, first, {
    cursor: ({ nth }) => encodeCursor(ORDER, [nth]),
    node: ({ customerId, orderId, day, reasons }) => ({
      orderKey: { customerId, id: orderId },
      day,
      leavesOn: dayAfter(day, rule.windowDays),
      reasons: reasons.map((code) => reasonOf(rule, code)),
      order: null,
    }),
    count: () => Promise.resolve(total),
  });
}
