import { DAY, dayOf, dayText } from '../world/calendar.ts';
import { Wheel, type Dice } from '../world/dice.ts';
import type { Place } from '../world/places.ts';
import { totalFen } from './basket.ts';
import type { Item, Payment } from './order.ts';

const methods = new Wheel([
  ['alipay', 47],
  ['wechat_pay', 39],
  ['bank_card', 9],
  ['cash_on_delivery', 5],
] as const);
const methodsFarAway = new Wheel([
  ['alipay', 40],
  ['wechat_pay', 30],
  ['bank_card', 8],
  ['cash_on_delivery', 22],
] as const);
export type Method = 'alipay' | 'wechat_pay' | 'bank_card' | 'cash_on_delivery';

const installmentPlans = [3, 6, 12] as const;
const FAILS: Record<Method, number> = { alipay: 0.025, wechat_pay: 0.03, bank_card: 0.1, cash_on_delivery: 0 };
const CAUSES = ['insufficient_funds', 'limit_exceeded', 'wrong_password', 'timeout', 'risk_control'] as const;
const TRIES_AGAIN = 0.82;
const VOUCHER = 0.03;
const CHARGED_BACK = 0.0012;
const DEPOSIT = { orders: 0.3, of: 0.2, leftOpen: 0.07 } as const;

export function methodOf(dice: Dice, place: Place): Method {
  return (place.remote ? methodsFarAway : methods).spin(dice);
}

export interface Paying {
  method: Method;
  payments: Payment[]; // of cash on delivery: none yet
  paidAt: number | null; // null: never, or at the door
}

/** Before 11.11 some pay a deposit, and the balance in the first hours of the day itself. */
function balanceDue(dice: Dice, orderedAt: number): number | null {
  const date = dayText(Math.floor(orderedAt / DAY));
  if (date.slice(5) < '11-01' || date.slice(5) > '11-10' || !dice.chance(DEPOSIT.orders)) return null;
  return dayOf(`${date.slice(0, 4)}-11-11`) * DAY + Math.floor(dice.unit() ** 2 * 9 * 3600);
}

function attempts(dice: Dice, method: Method, fen: number, kind: Payment['kind'], from: number): Payment[] {
  const made: Payment[] = [];
  let at = from;
  const row = (paidAt: number | null): Payment => ({
    method,
    installments: 1,
    fen,
    kind,
    attemptedAt: at,
    paidAt,
    failure: paidAt === null ? dice.pick(CAUSES) : null,
    chargedBackAt: null,
  });
  while (dice.chance(FAILS[method])) {
    made.push(row(null));
    if (!dice.chance(TRIES_AGAIN)) return made;
    at += dice.between(20, 500);
  }
  return [...made, row(at + dice.between(3, 15))];
}

// One order in thirty is partly paid by voucher: two rows, their sum is the order's.
function inFull(dice: Dice, method: Method, fen: number, from: number): Payment[] {
  const voucher = dice.chance(VOUCHER) ? Math.min(2000, Math.floor(fen / 2)) : 0;
  const payments = attempts(dice, method, fen - voucher, 'full', from);
  const last = payments.at(-1);
  if (!last || last.paidAt === null) return payments;
  if (fen >= 60_000 && dice.chance(0.3)) last.installments = dice.pick(installmentPlans);
  if (dice.chance(CHARGED_BACK)) last.chargedBackAt = last.paidAt + dice.between(15, 60) * DAY;
  if (voucher > 0) payments.push({ ...last, method: 'voucher', installments: 1, fen: voucher, chargedBackAt: null });
  return payments;
}

/** Every attempt to pay, whatever the picture shows of it. */
export function pay(dice: Dice, method: Method, items: readonly Item[], orderedAt: number): Paying {
  if (method === 'cash_on_delivery') return { method, payments: [], paidAt: null };
  const fen = totalFen(items);
  const from = orderedAt + Math.floor(dice.unit() ** 3 * 5400) + 8;
  const due = balanceDue(dice, orderedAt);
  if (due === null) {
    const payments = inFull(dice, method, fen, from);
    return { method, payments, paidAt: payments.at(-1)?.paidAt ?? null };
  }
  const deposit = attempts(dice, method, Math.floor(fen * DEPOSIT.of), 'deposit', from);
  if ((deposit.at(-1)?.paidAt ?? null) === null || dice.chance(DEPOSIT.leftOpen))
    return { method, payments: deposit, paidAt: null };
  const balance = attempts(dice, method, fen - Math.floor(fen * DEPOSIT.of), 'balance', due);
  return { method, payments: [...deposit, ...balance], paidAt: balance.at(-1)?.paidAt ?? null };
}

export function atTheDoor(items: readonly Item[], at: number): Payment {
  return {
    method: 'cash_on_delivery',
    installments: 1,
    fen: totalFen(items),
    kind: 'cash_on_delivery',
    attemptedAt: at,
    paidAt: at,
    failure: null,
    chargedBackAt: null,
  };
}
