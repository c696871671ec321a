import type { Queryable } from '../../schema/index.ts';
import { newcombeDifference, wilson, Z95 } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import type { ClosedLoop, ContactEffect } from './types.ts';

/** By when an order after the case was opened counts as coming back. */
export const BACK_DAYS = 60;
const FEWEST = 30;
/** A difference worth knowing of. */
const POINTS = 0.05;
const REACH = Z95 + 0.841_621_233_572_914_2;

/** Of the cases in somebody's hands: which are due by the shop's last day, and which of those have an outcome. */
export async function closedLoop(db: Queryable, shop: string): Promise<ClosedLoop> {
  const { rows } = await db.query<{ open: number; overdue: number; due: number; closed: number }>(
    `/* closed loop */ select count(*) filter (where r.outcome is null)::integer as open,
       count(*) filter (where r.outcome is null and r.due_on < s.as_of)::integer as overdue,
       count(*) filter (where r.due_on < s.as_of or r.outcome is not null)::integer as due, count(r.outcome)::integer as closed
     from ops.recovery_cases r join core.shops s on s.shop = r.shop where r.shop = $1 and r.arm = 'contact'`,
    [shop],
  );
  const { open = 0, overdue = 0, due = 0, closed = 0 } = rows[0] ?? {};
  return { open, overdue, due, closed, share: due > 0 ? closed / due : null, interval: wilson(closed, due) };
}

/** Customers of each arm for a difference of five points at this share (Fleiss, Statistical Methods for Rates and Proportions, 1981). */
const neededAt = (share: number): number => Math.ceil((2 * REACH ** 2 * share * (1 - share)) / POINTS ** 2);

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

function wordsOf(effect: Omit<ContactEffect, 'answer'>): LocalizedText {
  const { contacted, heldOut, difference, verdict, needed, days } = effect;
  if (verdict === 'too_few' || !difference) {
    return {
      en: `Whether contacting helps cannot be told yet: ${contacted.customers} contacted and ${heldOut.customers} held out have been observed for ${days} days; about ${needed.toLocaleString('en-US')} in each are needed.`,
      zh: `联系是否有效尚无法判断：观察满 ${days} 天的已联系 ${contacted.customers} 位、保留对照 ${heldOut.customers} 位，每组约需 ${needed.toLocaleString('en-US')} 位。`,
    };
  }
  const [now, then] = [percent(contacted.back / contacted.customers), percent(heldOut.back / heldOut.customers)];
  const range = `${(difference.interval.low * 100).toFixed(1)} … ${(difference.interval.high * 100).toFixed(1)}`;
  const said = {
    helps: { en: 'Contacting brings customers back', zh: '联系能挽回顾客' },
    harms: { en: 'Contacting keeps customers away', zh: '联系反而使顾客不再回来' },
    cannot_tell: { en: 'Whether contacting helps cannot be told yet', zh: '联系是否有效尚无法判断' },
  }[verdict];
  return {
    en: `${said.en}: ${now} of those contacted ordered within ${days} days, ${then} of the hold-out (difference ${range} points).`,
    zh: `${said.zh}：已联系者 ${days} 天内下单 ${now}，对照组 ${then}（相差 ${range} 个百分点）。`,
  };
}

/**
 * Everybody who was drawn for contact against everybody who was drawn for the hold-out, whether anybody called or not: the lot decides, so
 * nothing else can (intention to treat). Counted are those whose days are over.
 */
export async function contactEffect(db: Queryable, shop: string): Promise<ContactEffect> {
  const { rows } = await db.query<{ arm: 'contact' | 'hold_out'; customers: number; back: number }>(
    `/* effect of contact */ select r.arm, count(*)::integer as customers, count(*) filter (where exists (select from journey.order_journey n
         where n.customer_id = o.customer_id and n.valid and n.ordered_on > r.assigned_on and n.ordered_on <= r.assigned_on + $2::integer))::integer as back
     from ops.recovery_cases r join core.shops s on s.shop = r.shop join journey.order_journey o on o.order_id = r.order_id
     where r.shop = $1 and r.assigned_on + $2::integer <= s.as_of group by 1`,
    [shop, BACK_DAYS],
  );
  const of = (arm: 'contact' | 'hold_out') => {
    const { customers = 0, back = 0 } = rows.find((row) => row.arm === arm) ?? {};
    return { customers, back };
  };
  const [contacted, heldOut] = [of('contact'), of('hold_out')];
  const effect = { days: BACK_DAYS, contacted, heldOut, ...judged(contacted, heldOut) };
  return { ...effect, answer: wordsOf(effect) };
}

interface Arm {
  customers: number;
  back: number;
}

function judged(contacted: Arm, heldOut: Arm): Pick<ContactEffect, 'difference' | 'verdict' | 'needed'> {
  const everybody = contacted.customers + heldOut.customers;
  // Without anything to go by, one in five.
  const needed = neededAt(everybody > 0 ? (contacted.back + heldOut.back + 1) / (everybody + 5) : 0.2);
  const interval = newcombeDifference(
    { part: contacted.back, whole: contacted.customers },
    { part: heldOut.back, whole: heldOut.customers },
  );
  if (!interval) return { difference: null, verdict: 'too_few', needed };
  const value = contacted.back / contacted.customers - heldOut.back / heldOut.customers;
  const difference = { value, interval };
  if (Math.min(contacted.customers, heldOut.customers) < FEWEST) return { difference, verdict: 'too_few', needed };
  const verdict = interval.low > 0 ? 'helps' : interval.high < 0 ? 'harms' : 'cannot_tell';
  return { difference, verdict, needed };
}
