import { RecoveryCase as Kept, type EntityManager } from '@rapport/model/entities';
import {
  closedLoop,
  contactEffect,
  hurtCustomers,
  valueAtStake,
  type FailureCost as FoundCost,
  type Hurt,
  type Part,
} from '@rapport/model/findings';
import type { Queryable } from '@rapport/model/schema';
import { failures, recoveryActions, recoveryOutcomes } from '@rapport/model/vocabulary';
import { labelled, labelledOrNull } from '../../platform/graphql/code.type.ts';
import { money } from '../../platform/graphql/money.ts';
import { decodeCursor, encodeCursor, pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { estimated } from '../second-orders/index.ts';
import type { FailureCost, ValueAtStake } from './failure-cost.type.ts';
import type { HurtCustomers, RecoveryCase, RecoveryCaseWhere, RecoveryStanding } from './recovery.type.ts';

const codesOf = (codes: readonly string[]) => codes.map((code) => labelled(failures, code));

function costOf(found: FoundCost, currency: string): FailureCost {
  const part = (each: Part | null) => each && estimated(each.minor, each.interval, currency);
  const { code, label, orders, lostShare } = found;
  return {
    failure: { code, label },
    orders,
    refund: part(found.refund),
    compensation: part(found.compensation),
    handling: part(found.handling),
    lostRepurchase: part(found.lostRepurchase),
    each: part(found.each),
    total: part(found.total),
    lostShare: lostShare?.value ?? null,
    lostInterval: lostShare?.interval ?? null,
  };
}

export async function readValueAtStake(db: Queryable, asked: { shop: string; least: number }): Promise<ValueAtStake> {
  const { failures: found, from, to, currency, refusal, answer } = await valueAtStake(db, asked);
  return {
    answer,
    failures: found.map((each) => costOf(each, currency)),
    from: from || null,
    to: to || null,
    refusal: refusal && { code: refusal.code, words: refusal.text },
  };
}

export const readHurt = (db: Queryable, shop: string): Promise<Hurt> => hurtCustomers(db, shop);

/** Orders whose customers somebody has taken in hand. */
export async function ordersInHand(db: Queryable, shop: string): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `/* orders in hand */ select order_id as id from ops.recovery_cases where shop = $1`,
    [shop],
  );
  return new Set(rows.map(({ id }) => id));
}

export function hurtOf(
  { customers, currency, refusal }: Hurt,
  inHand: ReadonlySet<string>,
  limit: number,
): HurtCustomers {
  const left = customers.filter(({ orderId }) => !inHand.has(orderId));
  return {
    customers: left.slice(0, limit).map(({ failures: codes, valueYearMinor, atStakeMinor, ...hurt }) => ({
      ...hurt,
      failures: codesOf(codes),
      valueYear: money(valueYearMinor, currency),
      atStake: money(atStakeMinor, currency),
    })),
    total: left.length,
    atStake: money(
      left.reduce((sum, { atStakeMinor }) => sum + atStakeMinor, 0),
      currency || 'CNY',
    ),
    refusal: refusal && { code: refusal.code, words: refusal.text },
  };
}

/** What can be said where the customers behind it are too few to be counted out. */
const withheld = {
  helps: { en: 'Contacting brings customers back.', zh: '联系能挽回顾客。' },
  harms: { en: 'Contacting keeps customers away.', zh: '联系反而使顾客不再回来。' },
  cannot_tell: {
    en: 'Whether contacting helps cannot be told yet: the two groups differ by less than chance.',
    zh: '联系是否有效尚无法判断：两组之差在偶然范围内。',
  },
  too_few: {
    en: 'Whether contacting helps cannot be told yet: too few customers have been observed for long enough.',
    zh: '联系是否有效尚无法判断：观察期满的顾客太少。',
  },
} as const;

export async function readStanding(
  db: Queryable,
  { shop, least }: { shop: string; least: number },
): Promise<RecoveryStanding> {
  const loop = await closedLoop(db, shop);
  const { contacted, heldOut, difference, verdict, needed, answer } = await contactEffect(db, shop);
  // Who came back and who did not are groups of their own.
  const isTold = ({ customers, back }: typeof contacted) =>
    [back, customers - back].every((group) => group === 0 || group >= least);
  const shown = (arm: typeof contacted) => (isTold(arm) ? arm : null);
  const both = isTold(contacted) && isTold(heldOut);
  return {
    ...loop,
    contacted: shown(contacted),
    heldOut: shown(heldOut),
    difference: both ? (difference?.value ?? null) : null,
    differenceInterval: both ? (difference?.interval ?? null) : null,
    verdict: verdict.toUpperCase() as Uppercase<typeof verdict>,
    needed,
    words: both ? answer : withheld[verdict],
  };
}

export const toRecoveryCase = (kept: Kept, asOf: string): RecoveryCase => ({
  id: String(kept.id),
  customerId: kept.customerId,
  orderId: kept.orderId,
  failures: codesOf(kept.failures),
  hurtOn: kept.hurtOn,
  atStake: money(kept.valueAtStakeMinor, kept.currency),
  arm: kept.arm === 'contact' ? 'CONTACT' : 'HOLD_OUT',
  assignedOn: kept.assignedOn,
  dueOn: kept.dueOn,
  overdue: kept.arm === 'contact' && !kept.outcome && kept.dueOn < asOf,
  owner: kept.owner ?? null,
  action: labelledOrNull(recoveryActions, kept.action ?? null),
  outcome: labelledOrNull(recoveryOutcomes, kept.outcome ?? null),
  closedOn: kept.closedOn ?? null,
  version: kept.version,
  updatedAt: kept.updatedAt,
});

/** The last order day of each shop. */
export async function lastDays(db: Queryable): Promise<Map<string, string>> {
  const { rows } = await db.query<{ shop: string; day: string }>(
    `/* last days */ select shop, as_of::text as day from core.shops where as_of is not null`,
  );
  return new Map(rows.map(({ shop, day }) => [shop, day]));
}

const LIST = 'recoveryCases';

function filterOf({ shop, open, arm }: RecoveryCaseWhere) {
  return {
    ...(shop ? { shop } : {}),
    ...(open === true ? { outcome: null } : open === false ? { outcome: { $ne: null } } : {}),
    ...(arm ? { arm: arm === 'CONTACT' ? ('contact' as const) : ('hold_out' as const) } : {}),
  };
}

/** Those with most at stake first. */
export async function readRecoveryCases(
  { reads, em }: { reads: Queryable; em: EntityManager },
  where: RecoveryCaseWhere,
  { first, after }: PageArgs,
): Promise<Page<RecoveryCase>> {
  const [value, id] = decodeCursor(after, LIST, 2) ?? [];
  const behind =
    value === undefined
      ? {}
      : {
          $or: [
            { valueAtStakeMinor: { $lt: Number(value) } },
            { valueAtStakeMinor: Number(value), id: { $lt: Number(id) } },
          ],
        };
  const asked = filterOf(where);
  const found = await em.find(
    Kept,
    { $and: [asked, behind] },
    { orderBy: { valueAtStakeMinor: 'desc', id: 'desc' }, limit: first + 1, comments: ['recovery cases'] },
  );
  const days = await lastDays(reads);
  return pageOf(found, first, {
    cursor: (row) => encodeCursor(LIST, [row.valueAtStakeMinor, row.id]),
    node: (row) => toRecoveryCase(row, days.get(row.shop) ?? ''),
    count: () => em.count(Kept, asked, { comments: ['count recovery cases'] }),
  });
}
