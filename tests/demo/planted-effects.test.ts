import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateShop } from '@rapport/etl/demo';
import { difference, differenceInDifferences, type Estimate } from './planted/estimates.ts';
import { dayOf, Exports, shanghaiDay } from './planted/exports.ts';
import { readPlanted, type PlantedShop } from './planted/planted-shop.ts';
import {
  before,
  readBroken,
  readKeptAccounts,
  type FirstOrder,
  type OrderRow,
  type Ticket,
} from './planted/shop-files.ts';
import type { Planted } from './planted/truth.ts';
import { gained, verdict } from './planted/verdict.ts';

/** Every effect of truth.json, found again in the written files by arithmetic of its own. The size is the largest `foundFrom`. */
const ORDERS = 60_000;
const directory = mkdtempSync(join(tmpdir(), 'rapport-planted-'));
const files = new Exports(directory);

let shop: PlantedShop;

beforeAll(async () => {
  await generateShop({ orders: ORDERS, seed: 14, out: directory });
  shop = await readPlanted(directory, files);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function byRegion<Row>(
  rows: readonly Row[],
  of: (row: Row) => OrderRow,
  value: (row: Row) => number,
  { parameters, controls }: Planted['h'],
): Estimate {
  const from = dayOf(parameters.from);
  const inScope = rows.filter(
    (row) => parameters.regions.includes(of(row).province) || controls.includes(of(row).province),
  );
  return differenceInDifferences(
    inScope.map((row) => ({
      treated: parameters.regions.includes(of(row).province),
      after: of(row).day >= from,
      value: value(row),
    })),
  );
}
const repurchase = (scope: Planted['h']) =>
  byRegion(
    shop.first,
    (order) => order,
    (order) => order.back,
    scope,
  );
const stars = (scope: Planted['h']) =>
  byRegion(
    shop.written,
    ({ order }) => order,
    (review) => review.stars,
    scope,
  );

describe('programmes', () => {
  it('(a) next-day delivery raises 90-day repurchase', () => {
    expect(verdict(repurchase(shop.planted.a), gained(shop.planted.a.realised.repurchase90))).toBe('as planted');
  });

  it('(a) and the stars', () => {
    const { starsSum, starsSumWithout, reviews: of } = shop.planted.a.realised.reviews;
    expect(verdict(stars(shop.planted.a), (starsSum - starsSumWithout) / of)).toBe('as planted');
  });

  it('(b) faster chat answers raise CSAT', () => {
    const rated = shop.tickets.filter((one) => one.satisfaction && one.handling.mode !== 'BOT' && one.first_reply_at);
    const estimate = differenceInDifferences(
      rated.map((one) => ({ ...chatSince(one), value: (one.satisfaction?.score ?? 0) >= 4 ? 1 : 0 })),
    );
    expect(verdict(estimate, gained(shop.planted.b.realised.csat))).toBe('as planted');
  });

  it('(b) and positive reviews after a contact', () => {
    const { positive, positiveWithout, reviews: of } = shop.planted.b.realised.reviews;
    const solved = Map.groupBy(
      shop.tickets.filter((one) => one.stage !== 'PRE' && one.order_no && one.solved_at),
      (one) => one.order_no,
    );
    const observations = shop.written.flatMap((review) => {
      const earlier = (solved.get(review.order.id) ?? []).filter((one) => before(one.solved_at ?? '', review.at));
      const contact = earlier.toSorted((x, y) => (x.created_at < y.created_at ? -1 : 1))[0];
      if (!contact || contact.handling.mode === 'BOT') return [];
      return [{ ...chatSince(contact), value: review.stars >= 4 ? 1 : 0 }];
    });
    expect(verdict(differenceInDifferences(observations), (positive - positiveWithout) / of)).toBe('as planted');
  });

  it('(f) training lifts the resolution of its topic', () => {
    const { from, solvedBefore, solvedAfter } = shop.planted.f.parameters;
    const courses = files.json<{ agent: string; type: string; subject: string }>('demo_helpdesk/assessments.json');
    const trained = new Set(
      courses.filter(({ type, subject }) => type === 'COURSE' && subject === '质量故障').map(({ agent }) => agent),
    );
    const solved = shop.tickets.filter(
      (one) => one.category === '质量故障' && one.handling.agent && one.events.some(({ type }) => type === 'solve'),
    );
    const estimate = differenceInDifferences(
      solved.map((one) => ({
        treated: trained.has(one.handling.agent ?? ''),
        after: shanghaiDay(one.created_at) >= dayOf(from),
        value: one.events.some(({ type }) => type === 'reopen') ? 0 : 1,
      })),
    );
    expect(verdict(estimate, solvedAfter - solvedBefore)).toBe('as planted');
  });

  it('(h) the thank-you card changes nothing', () => {
    for (const { effect, error } of [repurchase(shop.planted.h), stars(shop.planted.h)])
      expect(Math.abs(effect) / error).toBeLessThanOrEqual(2);
  });
});

const chatSince = (one: Ticket) => ({
  treated: one.via === 'im',
  after: shanghaiDay(one.created_at) >= dayOf(shop.planted.b.parameters.from),
});

describe('failures', () => {
  it('(c) one carrier damages parcels in one region for nine days', async () => {
    const { carrier, region, from, to, damaged } = shop.planted.c.parameters;
    const broken = await readBroken(files);
    const refunds = files.json<{ order_no: string; reason: string }>('demo_helpdesk/refunds.json');
    const told = new Set([
      ...shop.tickets.filter(({ category }) => category === '破损').map((one) => one.order_no),
      ...refunds.filter(({ reason }) => reason === '破损').map((one) => one.order_no),
    ]);
    const inside: number[] = [];
    const elsewhere: number[] = [];
    for (const [id, waybill] of shop.waybills) {
      const order = shop.orders.get(id);
      if (!order?.delivered) continue;
      const day = waybill.handover_time.slice(0, 10);
      const hit = waybill.cp_code === carrier && order.province === region && day >= from && day <= to;
      (hit ? inside : elsewhere).push(told.has(id) || broken.has(waybill.mail_no) ? 1 : 0);
    }
    const usual = elsewhere.reduce((sum, one) => sum + one, 0) / elsewhere.length;
    expect(verdict(difference(inside, elsewhere), damaged - usual)).toBe('as planted');
  });

  it('(d) one batch is complained of, in words of its own', () => {
    const { product, batch, complains, words } = shop.planted.d.parameters;
    const lines = files
      .csv<'trade_no' | 'item_id' | 'batch_no'>('demo/items.csv')
      .filter((line) => shop.orders.get(line.trade_no)?.delivered);
    const withBatch = new Set(lines.filter((line) => line.batch_no === batch).map((line) => line.trade_no));
    const others = new Set(
      lines.filter((line) => line.item_id === product && !withBatch.has(line.trade_no)).map((line) => line.trade_no),
    );
    const complaints = shop.tickets.filter(({ category }) => category === '与描述不符');
    const complained = new Set(complaints.map((one) => one.order_no));
    const rate = (ids: ReadonlySet<string>) => [...ids].map((id) => (complained.has(id) ? 1 : 0));
    expect(verdict(difference(rate(withBatch), rate(others)), complains)).toBe('as planted');
    for (const language of [words.zh, words.en]) {
      const using = complaints.filter((one) => language.some((word) => one.words?.includes(word)));
      expect(using.length).toBeGreaterThan(0);
      expect(using.filter((one) => withBatch.has(one.order_no ?? '')).length / using.length).toBeGreaterThan(0.9);
    }
  });

  it('(e) bursts of five stars on three products', () => {
    const { days } = shop.planted.e.parameters;
    for (const { product, from, reviews: bought } of shop.planted.e.realised) {
      const mine = shop.reviews.filter(({ item, stars: given }) => item === product && given === 5);
      const start = dayOf(from);
      const inBurst = mine.filter(({ at }) => dayOf(at) >= start && dayOf(at) < start + days).length;
      const nearby = mine.filter(
        ({ at }) => Math.abs(dayOf(at) - start) <= 45 && (dayOf(at) < start || dayOf(at) >= start + days),
      ).length;
      const expected = (nearby / (91 - days)) * days;
      expect(
        verdict(
          {
            effect: inBurst - expected,
            error: Math.sqrt(inBurst + expected * (days / (91 - days))),
            rows: mine.length,
          },
          bought.length,
        ),
      ).toBe('as planted');
    }
  });

  it('(i) every hour late lowers the chance of a second order', () => {
    const late: Record<string, number[]> = { '0-24': [], '24-48': [], '48-96': [], '96+': [] };
    const onTime: number[] = [];
    for (const order of shop.first) {
      const waybill = shop.waybills.get(order.id);
      if (!waybill?.sign_time || !order.delivered) continue;
      const hours = (Date.parse(waybill.sign_time) - Date.parse(waybill.promise)) / 3_600_000;
      const band = hours < 24 ? '0-24' : hours < 48 ? '24-48' : hours < 96 ? '48-96' : '96+';
      (hours <= 0 ? onTime : (late[band] ?? [])).push(order.back);
    }
    const usual = onTime.reduce((sum, one) => sum + one, 0) / onTime.length;
    const bands = Object.values(shop.planted.i.realised.bands);
    const factor =
      bands.reduce((sum, band) => sum + band.factorSum, 0) / bands.reduce((sum, band) => sum + band.orders, 0);
    expect(verdict(difference(Object.values(late).flat(), onTime), usual * (factor - 1))).toBe('as planted');
    const shares = Object.values(late).map((values) => values.reduce((sum, one) => sum + one, 0) / values.length);
    expect(shares).toEqual(shares.toSorted((x, y) => y - x));
  });
});

describe('loyalty and recommendation', () => {
  it('(g) loyal customers come back 20 % more', () => {
    const promotions = files
      .csv<string>('demo_members/ledger.csv')
      .filter((row) => row['flow_type'] === 'LEVEL' && row['flow_time']);
    const kept = readKeptAccounts(files);
    const since = Map.groupBy(promotions, (row) => kept.get(row['uid'] ?? '') ?? row['uid']);
    const isLoyal = (order: FirstOrder) =>
      (since.get(order.customer) ?? []).some((row) => (row['flow_time'] ?? '') < order.at);
    const loyal = shop.first.filter(isLoyal).map(({ back }) => back);
    const others = shop.first.filter((order) => !isLoyal(order)).map(({ back }) => back);
    expect(verdict(difference(loyal, others), gained(shop.planted.g.realised.repurchase90))).toBe('as planted');
  });

  it('(j) two in five customers with a satisfying contact recommend the shop', () => {
    const kept = readKeptAccounts(files);
    const person = (id: string) => kept.get(id) ?? id;
    const advocates = new Set(files.csv<'uid'>('demo_voice/referrals.csv').map((row) => person(row.uid)));
    const satisfied = new Map<string, string>();
    for (const { requester, satisfaction } of shop.tickets) {
      if (!requester || !satisfaction || satisfaction.score < 4) continue;
      const at = satisfied.get(person(requester));
      if (!at || satisfaction.at < at) satisfied.set(person(requester), satisfaction.at);
    }
    const settled = [...satisfied]
      .filter(([, at]) => shanghaiDay(at) <= shop.asOf - 21)
      .map(([id]): number => (advocates.has(id) ? 1 : 0));
    const others = [...new Set([...shop.orders.values()].map(({ customer }) => customer))]
      .filter((id) => id !== '' && !satisfied.has(id))
      .map((id): number => (advocates.has(id) ? 1 : 0));
    const usual = others.reduce((sum, one) => sum + one, 0) / others.length;
    expect(verdict(difference(settled, others), 0.4 - usual)).toBe('as planted');
  });
});
