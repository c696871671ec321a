import { DAY, dayOf, dayText } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Shop } from '../world/shop.ts';
import { LOYALTY } from '../truths.ts';
import { totalFen } from './basket.ts';
import type { Order } from './order.ts';

export type Tier = 'basic' | 'silver' | 'gold';
export interface LedgerRow {
  no: string;
  kind: 'joined' | 'earned' | 'spent' | 'expired' | 'adjusted' | 'tier_changed' | 'benefit_used' | 'care';
  points: number;
  tierFrom: Tier | null;
  tierTo: Tier | null;
  benefit: string | null;
  at: number;
  order: string | null;
}

const LAPSES_AFTER = 365 * DAY; // a year without points costs a tier, until points come again
const LOWER: Record<Tier, Tier> = { basic: 'basic', silver: 'basic', gold: 'silver' };
const SPENDS = 0.22;
const USES_BENEFIT = 0.35;
const EXPIRES = 0.25; // of what is left at the end of a year
const CARED_FOR = 0.6;

/** A member's account. The tier at a moment follows from the lot drawn at registration and from the points earned by then. */
export class Membership {
  private readonly earned: { at: number; points: number; order: string }[] = [];

  private constructor(
    readonly joinedAt: number,
    readonly trial: boolean,
  ) {}

  static drawn(dice: Dice, registeredAt: number): Membership | null {
    const [joins, trial] = [dice.chance(LOYALTY.joins), dice.chance(LOYALTY.trialSilver)];
    return joins ? new Membership(registeredAt + 20, trial) : null;
  }

  credit(order: Order): void {
    const at = order.status === 'delivered' ? (order.shipment?.deliveredAt ?? order.updatedAt) : null;
    if (at !== null)
      this.earned.push({ at: at + 60, points: Math.floor(totalFen(order.items) / 100), order: order.id });
  }

  private byPoints(points: number): Tier {
    if (points >= LOYALTY.goldFrom) return 'gold';
    return this.trial || points >= LOYALTY.silverFrom ? 'silver' : 'basic';
  }

  tierAt(moment: number): Tier {
    let [points, last] = [0, 0];
    for (const one of this.earned) {
      if (one.at >= moment) continue;
      points += one.points;
      last = Math.max(last, one.at);
    }
    const tier = this.byPoints(points);
    return last > 0 && moment - last > LAPSES_AFTER ? LOWER[tier] : tier;
  }

  /** Every entry of the account, in time order, up to the picture. */
  ledger(shop: Shop, dice: Dice, orders: readonly Order[], birthMonth: number): LedgerRow[] {
    const rows: LedgerRow[] = [];
    const add = (kind: LedgerRow['kind'], at: number, more: Partial<LedgerRow> = {}) =>
      rows.push({ no: '', kind, points: 0, tierFrom: null, tierTo: null, benefit: null, at, order: null, ...more });
    add('joined', this.joinedAt, { tierTo: 'basic' });
    if (this.trial) add('tier_changed', this.joinedAt + 20, { tierFrom: 'basic', tierTo: 'silver' });
    for (const { at, points, order } of this.earned) add('earned', at, { points, order });
    for (const order of orders) this.used(dice, order, add);
    for (let year = Number(dayText(Math.floor(this.joinedAt / DAY)).slice(0, 4)); year <= 2026; year++) {
      add('expired', dayOf(`${year}-12-31`) * DAY + 23 * 3600);
      const birthday =
        dayOf(`${year}-${String(birthMonth).padStart(2, '0')}-01`) * DAY + dice.between(9 * 3600, 20 * DAY);
      if (birthday > this.joinedAt && dice.chance(CARED_FOR)) add('care', birthday, { benefit: 'birthday_gift' });
    }
    return this.settled(
      shop,
      dice,
      rows.sort((a, b) => a.at - b.at),
    );
  }

  private used(
    dice: Dice,
    order: Order,
    add: (kind: LedgerRow['kind'], at: number, more: Partial<LedgerRow>) => void,
  ): void {
    const about = { order: order.id };
    if (dice.chance(SPENDS)) add('spent', order.orderedAt + 30, about);
    if (this.tierAt(order.orderedAt) !== 'basic' && dice.chance(USES_BENEFIT))
      add('benefit_used', order.orderedAt + 40, {
        ...about,
        benefit: dice.chance(0.7) ? 'free_shipping' : 'priority_service',
      });
    for (const { refundedAt, fen } of order.returns)
      if (refundedAt !== null && order.status === 'delivered')
        add('adjusted', refundedAt + 60, { ...about, points: -Math.floor(fen / 100) });
  }

  // Points can only be spent, taken back or lost while there are some; tiers rise as points are earned, and lapse without.
  private settled(shop: Shop, dice: Dice, rows: LedgerRow[]): LedgerRow[] {
    const kept: LedgerRow[] = [];
    let [balance, earned, last] = [0, 0, 0];
    let tier = this.byPoints(0);
    const become = (to: Tier, at: number) => {
      if (to === tier) return;
      kept.push({
        no: shop.number('LP'),
        kind: 'tier_changed',
        points: 0,
        tierFrom: tier,
        tierTo: to,
        benefit: null,
        at,
        order: null,
      });
      tier = to;
    };
    const lapseBefore = (moment: number) => {
      if (last > 0 && moment - last > LAPSES_AFTER) become(LOWER[this.byPoints(earned)], last + LAPSES_AFTER);
    };
    for (const row of rows) {
      if (!shop.isSeen(row.at)) break;
      if (row.kind === 'spent') row.points = balance >= 300 ? -Math.min(balance, dice.between(2, 20) * 100) : 0;
      if (row.kind === 'expired') row.points = -Math.floor(balance * EXPIRES);
      if (row.kind === 'adjusted') row.points = Math.max(row.points, -balance);
      if (row.points === 0 && ['spent', 'expired', 'adjusted', 'earned'].includes(row.kind)) continue;
      if (row.kind === 'earned') lapseBefore(row.at);
      balance += row.points;
      row.no = shop.number('LP');
      kept.push(row);
      if (row.kind !== 'earned') continue;
      [earned, last] = [earned + row.points, row.at];
      become(this.byPoints(earned), row.at);
    }
    lapseBefore(shop.pictureTakenAt);
    return kept;
  }
}

export interface Consent {
  no: string;
  purpose: 'marketing_sms' | 'marketing_email' | 'personalisation' | 'analytics';
  granted: boolean;
  at: number;
}

const GRANTED = { marketing_sms: 0.62, marketing_email: 0.4, personalisation: 0.7 } as const;
const WITHDRAWN = 0.08;

export function consentsOf(shop: Shop, dice: Dice, registeredAt: number): Consent[] {
  const given: Consent[] = [];
  for (const purpose of ['marketing_sms', 'marketing_email', 'personalisation'] as const) {
    const granted = dice.chance(GRANTED[purpose]);
    given.push({ no: shop.number('CO'), purpose, granted, at: registeredAt + 10 });
    const later = registeredAt + dice.between(5, 500) * DAY;
    if (granted && dice.chance(WITHDRAWN) && shop.isSeen(later))
      given.push({ no: shop.number('CO'), purpose, granted: false, at: later });
  }
  return given;
}
