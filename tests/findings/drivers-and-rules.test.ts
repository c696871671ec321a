import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerDrivers, type Drivers, type DriversRequest } from '@rapport/model/findings';
import { ask, askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';
import { falselyFound, isFound, plantedDrivers } from './planted-drivers.ts';

/** The visits of the shop have no part in what is asked here. */
const sources = ['demo', 'demo_logistics', 'demo_helpdesk', 'demo_voice', 'demo_members'] as const;
const period = { from: '2024-11-01', to: '2026-10-31' };
const outcomes = ['LOW_SCORE', 'COMPLAINT', 'NO_REPURCHASE'] as const;

let house: DemoHouse;
let analyst: string;
let executive: string;
const found = new Map<Drivers['outcome'], Drivers>();
const asked = (outcome: Drivers['outcome']): DriversRequest => ({ shop: 'demo', outcome, period });

beforeAll(async () => {
  house = await openDemoHouse({ orders: 12_000, seed: 'drivers', sources });
  [analyst, executive] = await Promise.all([house.key('analyst'), house.key('executive')]);
  for (const outcome of outcomes)
    found.set(outcome, await answerDrivers(house.database.pool, asked(outcome), { role: 'analyst' }));
});
afterAll(() => house?.close());

async function count(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await house.database.pool.query<{ n: number }>(sql, values);
  return Number(rows[0]?.n);
}

describe('drivers', () => {
  test.each(plantedDrivers)('$of: $factor stands out for $outcome', (planted) => {
    expect(isFound(planted, found.get(planted.outcome)!)).toBe(true);
  });

  test('what nothing was done with does not stand out, but for one in twenty', () => {
    expect([...found.values()].flatMap(falselyFound).length).toBeLessThanOrEqual(2);
  });

  test('weights add up to one, and every interval holds its weight', () => {
    for (const { drivers, explained } of found.values()) {
      expect(drivers.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6);
      expect(explained).toBeGreaterThan(0);
      for (const { weight, weightInterval } of drivers) {
        expect(weightInterval.low).toBeLessThanOrEqual(weight);
        expect(weightInterval.high).toBeGreaterThanOrEqual(weight);
      }
    }
  });

  test('orders, outcomes and levels are those of plain SQL', async () => {
    const { orders, hits, drivers } = found.get('COMPLAINT')!;
    const among = `from journey.order_journey where valid and ordered_on between '${period.from}' and '2026-10-01'`;
    expect(orders).toBe(await count(`select count(*) as n ${among}`));
    expect(hits).toBe(await count(`select count(*) as n ${among} and complaints_count > 0`));
    const late = drivers
      .find(({ factor }) => factor === 'DAYS_LATE')!
      .levels.find(({ label }) => label.en === '1–3 days late');
    expect(late?.orders).toBe(await count(`select count(*) as n ${among} and delay_days between 1 and 3`));
    expect(late?.hits).toBe(
      await count(`select count(*) as n ${among} and delay_days between 1 and 3 and complaints_count > 0`),
    );
  });

  test('the same data give the same answer, to the last digit', async () => {
    const again = await answerDrivers(house.database.pool, asked('LOW_SCORE'), { role: 'analyst' });
    expect(again.drivers.map(({ factor, verdict }) => [factor, verdict])).toEqual(
      found.get('LOW_SCORE')!.drivers.map(({ factor, verdict }) => [factor, verdict]),
    );
    expect(again.drivers[0]!.weightInterval.low).toBeCloseTo(found.get('LOW_SCORE')!.drivers[0]!.weightInterval.low, 9);
  });

  test('a factor that would explain itself, or comes afterwards, is left out with the reason', () => {
    const left = found.get('COMPLAINT')!.leftOut.find(({ factor }) => factor === 'PRODUCT_FAULT');
    expect(left?.reason.en).toContain('explain itself');
    expect(found.get('COMPLAINT')!.drivers.some(({ factor }) => factor === 'PRODUCT_FAULT')).toBe(false);
  });

  test('too little is refused in words that name what is needed, and executives are told no small counts', async () => {
    const query = `{ drivers(shop: "demo", outcome: COMPLAINT, period: {from: "2026-08-03", to: "2026-08-04"}) { refusal { en zh } orders hits drivers { factor } } }`;
    const told = await askFor<{ drivers: Drivers }>(house.url, analyst, query);
    expect(told.drivers.refusal!.en).toMatch(/^Too few to tell: \d+ orders.*At least 300 orders/);
    expect(told.drivers.drivers).toEqual([]);
    const shown = await askFor<{ drivers: Drivers }>(house.url, executive, query);
    expect(shown.drivers).toMatchObject({ orders: 0, hits: 0 });
  });

  test('a slice and a period that do not exist are described errors', async () => {
    const of = (args: string) =>
      ask(house.url, analyst, `{ drivers(shop: "demo", outcome: COMPLAINT, ${args}) { orders } }`);
    const turned = await of('period: {from: "2026-02-02", to: "2026-01-01"}');
    expect(turned.answer.errors?.[0]?.message).toContain('The first day must not be after the last');
    const foreign = await of(
      'period: {from: "2026-01-01", to: "2026-02-02"}, where: [{dimension: CHANNEL, in: ["chat"]}]',
    );
    expect(foreign.answer.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

interface Standing {
  rule: { code: string };
  figure: { value: number; numerator: number; denominator: number; defects: number; headroom: number; status: string };
  ageing: { day: string; defectsLeaving: number; rowsLeaving: number; defectsLeft: number }[];
}
const standings = (key: string, more = ''): Promise<Standing[]> =>
  askFor<{ ruleStandings: Standing[] }>(
    house.url,
    key,
    `{ ruleStandings(shop: "demo", ruleSet: "amazon"${more}) { rule { code } figure { value numerator denominator defects headroom status } ageing { day defectsLeaving rowsLeaving defectsLeft } } }`,
  ).then(({ ruleStandings }) => ruleStandings);
const named = (list: readonly Standing[], code: string): Standing => list.find(({ rule }) => rule.code === code)!;

describe('platform rules', () => {
  test('the order defect rate is that of plain SQL over 60 days', async () => {
    const { figure } = named(await standings(analyst), 'order_defect_rate');
    const among = `from journey.order_defects where ordered_on between '2026-09-02' and '2026-10-31'`;
    expect(figure.denominator).toBe(await count(`select count(*) as n ${among}`));
    expect(figure.defects).toBe(
      await count(`select count(*) as n ${among} and (negative_review or at_platform or charged_back)`),
    );
    expect(figure.headroom).toBe(Math.ceil(figure.denominator * 0.01) - 1 - figure.defects);
  });

  test('the late shipments are those of the metric of the same name', async () => {
    const { figure } = named(await standings(analyst), 'late_shipment_rate');
    const { metrics } = await askFor<{ metrics: { series: { points: { value: number; denominator: number }[] }[] } }>(
      house.url,
      analyst,
      `{ metrics(metrics: [LATE_SHIPMENT_RATE], period: {from: "2026-10-02", to: "2026-10-31"}) { series { points { value denominator } } } }`,
    );
    expect(figure).toMatchObject(metrics.series[0]!.points[0]!);
  });

  test('defects age out day by day until none is left, and are the orders that are listed', async () => {
    const { ageing, figure } = named(await standings(analyst), 'order_defect_rate');
    expect(ageing).toHaveLength(60);
    expect(ageing.reduce((sum, { defectsLeaving }) => sum + defectsLeaving, 0)).toBe(figure.defects);
    expect(ageing.at(-1)).toMatchObject({ day: '2026-12-30', defectsLeft: 0 });
    const { ruleDefects } = await askFor<{
      ruleDefects: {
        totalCount: number;
        nodes: { order: { id: string }; reasons: { code: string }[] }[];
        pageInfo: { endCursor: string };
      };
    }>(
      house.url,
      analyst,
      `{ ruleDefects(shop: "demo", ruleSet: "amazon", rule: "order_defect_rate", first: 5) { totalCount nodes { order { id } reasons { code } } pageInfo { endCursor } } }`,
    );
    expect(ruleDefects.totalCount).toBe(figure.defects);
    expect(ruleDefects.nodes.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const next = await askFor<{ ruleDefects: typeof ruleDefects }>(
      house.url,
      analyst,
      `{ ruleDefects(shop: "demo", ruleSet: "amazon", rule: "order_defect_rate", first: 5, after: "${ruleDefects.pageInfo.endCursor}") { nodes { order { id } } } }`,
    );
    const ids = [...ruleDefects.nodes, ...next.ruleDefects.nodes].map(({ order }) => order.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a merchant stands by the orders with a line of its own', async () => {
    const { figure } = named(await standings(analyst, ', merchant: "M0106"'), 'order_defect_rate');
    expect(figure.denominator).toBe(
      await count(
        `select count(*) as n from journey.order_journey where 'M0106' = any(merchants) and ordered_on between '2026-09-02' and '2026-10-31'`,
      ),
    );
  });

  test('executives see windows, no single days: earlier windows are refused, days of few rows put together, orders not listed', async () => {
    const { ageing } = named(await standings(executive), 'order_defect_rate');
    expect(ageing.every(({ rowsLeaving }) => rowsLeaving === 0 || rowsLeaving >= 5)).toBe(true);
    const earlier = await ask(
      house.url,
      executive,
      '{ ruleStandings(shop: "demo", ruleSet: "amazon", on: "2026-10-30") { young } }',
    );
    expect(earlier.answer.errors?.[0]?.message).toContain('two windows a day apart');
    const listed = await ask(
      house.url,
      executive,
      '{ ruleDefects(shop: "demo", ruleSet: "amazon", rule: "order_defect_rate") { totalCount } }',
    );
    expect(listed.answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  test('an unknown set, rule, shop or day says what there is', async () => {
    const refusal = async (query: string): Promise<string> =>
      (await ask(house.url, analyst, query)).answer.errors?.[0]?.message ?? '';
    expect(await refusal('{ ruleStandings(shop: "demo", ruleSet: "alibaba") { young } }')).toContain(
      'there are amazon, china, ebay',
    );
    expect(await refusal('{ ruleMerchants(shop: "demo", ruleSet: "ebay", rule: "odr") { merchant } }')).toContain(
      'transaction_defect_rate',
    );
    expect(await refusal('{ ruleStandings(shop: "nowhere", ruleSet: "amazon") { young } }')).toContain(
      'no shop “nowhere”',
    );
    expect(await refusal('{ ruleStandings(shop: "demo", ruleSet: "amazon", on: "2027-01-01") { young } }')).toContain(
      'known until 2026-10-31',
    );
  });
});
