import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateShop, type GeneratedShop } from './generate.ts';
import { BAD_MERCHANT, CANCELED, COMES_BACK, LATENESS, REPEAT_DAYS_BETWEEN, SEASON, STARS } from './truths.ts';
import { day, daysBetween, isValid, text, WrittenShop } from './written-shop.ts';
import { readSound, type Row } from './written.ts';

let shop: GeneratedShop;
let home: string;
let written: WrittenShop;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'demo-truths-'));
  shop = await generateShop({ orders: 20_000, months: 24, seed: 7, out: home });
  written = new WrittenShop(home);
}, 60_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const fen = (amount: string) => Math.round(Number(amount) * 100);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const share = <T>(rows: T[], hit: (row: T) => boolean) => rows.filter(hit).length / rows.length;

function count(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe('truth.json equals a recount of the files', () => {
  it('orders and customers', () => {
    const { truth } = shop;
    const words = {
      WAIT_BUYER_PAY: 'created',
      BUYER_PAID: 'approved',
      WAIT_SELLER_SEND: 'processing',
      WAIT_BUYER_CONFIRM: 'shipped',
      TRADE_FINISHED: 'delivered',
      TRADE_CLOSED: 'canceled',
      OUT_OF_STOCK: 'unavailable',
    };
    expect(count(written.orders.map((row) => words[row.trade_status as keyof typeof words]))).toEqual(
      truth.orders.byStatus,
    );
    expect(count(written.orders.map((row) => day(row, 'created_time')))).toEqual(truth.orders.byDay);
    expect(count(written.orders.map((row) => text(row, 'province')))).toEqual(truth.orders.byRegion);
    expect(written.orders.filter((row) => !row.buyer_id)).toHaveLength(truth.orders.guests);
    expect(readSound(home, 'demo/customers.csv')).toHaveLength(truth.customers.registered);
    expect(written.byCustomer()).toHaveLength(truth.customers.ordered);
    expect(written.byCustomer().filter((chain) => chain.length > 1)).toHaveLength(truth.customers.withTwoOrders);
    expect(written.returns()).toHaveLength(truth.customers.withValidOrder);
    expect(written.returns().filter(({ nextDay }) => nextDay)).toHaveLength(truth.customers.withTwoValidDays);
  });

  it('money', () => {
    const { money } = shop.truth;
    expect(sum(written.items.map((row) => fen(text(row, 'line_total'))))).toBe(money.itemsMinor);
    expect(sum(written.items.map((row) => fen(text(row, 'post_fee'))))).toBe(money.freightMinor);
    expect(money.itemsMinor + money.freightMinor).toBe(money.gmvMinor);
    expect(sum(written.payments.map((row) => fen(text(row, 'amount'))))).toBe(money.paidMinor);
    expect(new Set(written.payments.map((row) => row.trade_no)).size).toBe(money.ordersWithPayment);
  });

  it('promises', () => {
    const { delivery } = shop.truth;
    const due = written.orders.filter((row) => isValid(row) && row.promise_date && row.promise_date <= '2026-10-31');
    expect([
      due.filter((row) => written.deliveredOn(row) && written.deliveredOn(row) <= text(row, 'promise_date')).length,
      due.length,
    ]).toEqual(delivery.promiseKept);
    const arrived = written.orders.filter((row) => written.deliveredOn(row) && row.promise_date);
    expect([
      arrived.filter((row) => written.deliveredOn(row) <= text(row, 'promise_date')).length,
      arrived.length,
    ]).toEqual(delivery.onTime);
    const moments = written.orders
      .filter((row) => written.deliveredOn(row))
      .map(
        (row) =>
          [text(row, 'created_time').replace(' ', 'T'), text(written.parcelOf(row), 'sign_time').slice(0, 19)] as const,
      );
    expect(sum(moments.map(([from, to]) => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000))).toBe(
      delivery.secondsSum,
    );
  });

  it('reviews and repurchase', () => {
    const { truth } = shop;
    expect(count(written.reviews.map((row) => text(row, 'stars')))).toEqual(
      Object.fromEntries(truth.reviews.scores.map((n, i) => [String(i + 1), n])),
    );
    const reviewed = new Set(written.reviews.map((row) => row.trade_no));
    expect(
      written.orders.filter((row) => row.trade_status === 'TRADE_FINISHED' && reviewed.has(row.trade_no)),
    ).toHaveLength(truth.reviews.reviewedOfDelivered[0]);
    expect([written.within(30), written.within(90), written.within(365)]).toEqual([
      truth.repurchase.days30,
      truth.repurchase.days90,
      truth.repurchase.days365,
    ]);
  });
});

describe('what was planted is found in the files', () => {
  it('a late first parcel lowers the share that comes back', () => {
    const rate = (of: string) => {
      const [back, all] = written.within(
        90,
        written.returns().filter(({ first }) => written.delay(first) === of),
      );
      return back / all;
    };
    const left = (hours: number) => Math.max(COMES_BACK.lateLeast, Math.exp(-hours / COMES_BACK.lateHours));
    expect(rate('late_1_3') / rate('on_time')).toBeGreaterThan(left(40) - 0.2);
    expect(rate('late_1_3') / rate('on_time')).toBeLessThan(left(20) + 0.2);
    expect(rate('late_4_7') / rate('on_time')).toBeLessThan(left(90) + 0.2);
    expect(rate('late_8') / rate('on_time')).toBeLessThan(COMES_BACK.lateLeast + 0.25);
  });

  it('the share of customers with valid orders on two days', () => {
    const repeat = share(written.returns(), ({ nextDay }) => nextDay !== undefined);
    expect(repeat).toBeGreaterThan(REPEAT_DAYS_BETWEEN[0]);
    expect(repeat).toBeLessThan(REPEAT_DAYS_BETWEEN[1]);
  });

  it('one carrier has a bad quarter, and only that one', () => {
    const { carrier, from, to, late } = LATENESS.badCarrier;
    const lateShare = (of: (code: string) => boolean) =>
      share(
        written.orders.filter(
          (row) =>
            written.deliveredOn(row) &&
            row.promise_date &&
            day(row, 'created_time') >= from &&
            day(row, 'created_time') <= to &&
            of(text(written.parcelOf(row), 'cp_code')),
        ),
        (row) => written.deliveredOn(row) > text(row, 'promise_date'),
      );
    expect(Math.abs(lateShare((code) => code === carrier) - late)).toBeLessThan(0.06);
    expect(lateShare((code) => code !== carrier)).toBeLessThan(0.1);
  });

  it('remote regions and peaks are late more often', () => {
    const usual = (row: Row) => text(written.parcelOf(row), 'cp_code') !== LATENESS.badCarrier.carrier;
    const arrived = written.orders.filter((row) => written.deliveredOn(row) && row.promise_date && usual(row));
    const late = (row: Row) => written.deliveredOn(row) > text(row, 'promise_date');
    const remote = (row: Row) => ['CN-XJ', 'CN-XZ'].includes(text(row, 'province'));
    const peak = (row: Row) => /-11-(0\d|1[0-3])$/.test(day(row, 'created_time'));
    const calm = arrived.filter((row) => !remote(row) && /-(03|04|05|08|09)-\d\d$/.test(day(row, 'created_time')));
    const base = share(calm, late);
    expect(share(arrived.filter(remote), late) / base).toBeGreaterThan(LATENESS.remoteTimes - 1);
    expect(
      share(
        arrived.filter((row) => peak(row) && !remote(row)),
        late,
      ) / base,
    ).toBeGreaterThan(LATENESS.peakTimes - 1);
  });

  it('stars follow the delay', () => {
    const mean = (stars: readonly number[]) => sum(stars.map((n, i) => n * (i + 1))) / sum([...stars]);
    for (const of of ['on_time', 'late_1_3', 'late_4_7', 'late_8'] as const) {
      expect(Math.abs(mean(shop.truth.reviews.byDelay[of] ?? []) - mean(STARS[of])), of).toBeLessThan(
        of === 'on_time' ? 0.15 : 0.45,
      );
    }
  });

  it('one merchant disappoints from its day on', () => {
    const score = new Map(written.reviews.map((row) => [row.trade_no, Number(row.stars)]));
    const meanAfter = (isBad: boolean, after: boolean) => {
      const scores = written.items
        .filter((row) => (row.seller_id === BAD_MERCHANT.merchant) === isBad && score.has(row.trade_no ?? ''))
        .filter((row) => text(row, 'send_before') >= BAD_MERCHANT.from === after)
        .map((row) => score.get(row.trade_no) ?? 0);
      return sum(scores) / scores.length;
    };
    expect(meanAfter(false, true) - meanAfter(true, true)).toBeGreaterThan(0.6);
    expect(Math.abs(meanAfter(false, false) - meanAfter(true, false))).toBeLessThan(0.4);
  });

  it('the seasons', () => {
    const { byDay } = shop.truth.orders;
    const mean = (from: string, to: string) => {
      const inside = Object.entries(byDay).filter(([d]) => d >= from && d <= to);
      return sum(inside.map(([, n]) => n)) / (daysBetween(from, to) + 1);
    };
    expect(mean('2025-11-11', '2025-11-11') / mean('2025-11-14', '2025-12-10')).toBeGreaterThan(SEASON.double11AtLeast);
    expect(mean('2026-06-18', '2026-06-18') / mean('2026-06-20', '2026-07-10')).toBeGreaterThan(SEASON.six18AtLeast);
    expect(mean('2026-02-14', '2026-02-23') / mean('2026-03-01', '2026-03-31')).toBeLessThan(
      SEASON.springFestivalAtMost,
    );
    expect(mean('2025-01-26', '2025-02-04') / mean('2025-03-01', '2025-03-31')).toBeLessThan(
      SEASON.springFestivalAtMost,
    );
  });

  it('refused cash on delivery', () => {
    const sentOnCash = written.orders.filter(
      (row) => row.trade_status === 'TRADE_CLOSED' && written.parcels.has(text(row, 'trade_no')),
    ).length;
    const paidOnCash = written.payments.filter((row) => row.channel === 'COD').length;
    expect(Math.abs(sentOnCash / (sentOnCash + paidOnCash) - CANCELED.cashOnDelivery)).toBeLessThan(0.04);
  });
});
