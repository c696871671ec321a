import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf, type Role, type SeededApi } from './client.ts';
import { livedShop } from './lived-shop.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await apiOf(livedShop());
});
afterAll(() => api.close());

interface Flow {
  stage: 'SEGMENT' | 'DELIVERY' | 'VOICE';
  from: { code: string; label: { zh: string } };
  to: { code: string };
  orders: number;
  share: number;
  low: number;
  high: number;
  medianSeconds: number | null;
}
interface Stages {
  orders: number;
  values: { stage: string; value: { code: string }; orders: number }[];
  flows: Flow[];
}

const PERIOD = '{ from: "2024-01-01", to: "2025-12-31" }';
async function stages(role: Role, more = ''): Promise<Stages> {
  const query = `{ journeyStages(period: ${PERIOD}${more}) { orders values { stage value { code } orders } flows {
    stage from { code label { zh } } to { code } orders share low high medianSeconds } } }`;
  const { data, errors } = await api.ask<{ journeyStages: Stages }>(role, query);
  expect(errors).toEqual([]);
  return data!.journeyStages;
}
const ordersWhere = async (where: string): Promise<number> => {
  const query = `{ orders(first: 1, where: { orderedFrom: "2024-01-01", orderedTo: "2025-12-31", ${where} }) { totalCount } }`;
  const { data, errors } = await api.ask<{ orders: { totalCount: number } }>('analyst', query);
  expect(errors).toEqual([]);
  return data!.orders.totalCount;
};
const sum = (flows: readonly { orders: number }[]): number => flows.reduce((total, { orders }) => total + orders, 0);

/** How the list of orders names both ends of a flow. */
const ends = { SEGMENT: ['segment', 'delivery'], DELIVERY: ['delivery', 'voice'], VOICE: ['voice', 'back'] } as const;

describe('the stages of the journey', () => {
  test('lose no order between two of them, and each share is of where it comes from', async () => {
    const { orders, values, flows } = await stages('analyst');
    expect(orders).toBe(await ordersWhere(''));
    for (const stage of ['SEGMENT', 'DELIVERY', 'VOICE'] as const) {
      const own = flows.filter((flow) => flow.stage === stage);
      expect(sum(own), stage).toBe(orders);
      for (const from of new Set(own.map((flow) => flow.from.code))) {
        const shares = own.filter((flow) => flow.from.code === from).map(({ share }) => share);
        expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 9);
      }
    }
    expect(sum(values.filter(({ stage }) => stage === 'RETURN'))).toBe(orders);
    expect(flows.every(({ share, low, high }) => low <= share && share <= high)).toBe(true);
    expect(flows.some(({ medianSeconds }) => (medianSeconds ?? 0) > 0)).toBe(true);
  });

  test('open exactly the orders they count', async () => {
    const { flows } = await stages('analyst');
    expect(flows.length).toBeGreaterThan(8);
    for (const { stage, from, to, orders } of flows) {
      const [left, right] = ends[stage];
      const where = `journey: { ${left}: "${from.code}", ${right}: "${to.code}" }`;
      expect(await ordersWhere(where), where).toBe(orders);
    }
  });

  test('are cut by any dimension of orders: in several values an order counts in each, later stages once', async () => {
    const { orders, flows } = await stages('analyst', ', by: CATEGORY, outcome: COMPLAINED');
    expect(sum(flows.filter(({ stage }) => stage === 'SEGMENT'))).toBeGreaterThanOrEqual(orders);
    expect(sum(flows.filter(({ stage }) => stage === 'DELIVERY'))).toBe(orders);
    expect(new Set(flows.filter(({ stage }) => stage === 'DELIVERY').map(({ to }) => to.code))).toEqual(
      new Set(['complained']),
    );
    const { data, errors } = await api.ask('analyst', `{ journeyStages(period: ${PERIOD}, by: AGENT) { orders } }`);
    expect(data).toBeNull();
    expect(errors[0]!.message).toContain('AGENT');
  });

  test('refuse a code that there is not, and name those that there are', async () => {
    const { errors } = await api.ask(
      'analyst',
      '{ orders(first: 1, where: { journey: { voice: "sang" } }) { totalCount } }',
    );
    expect(errors[0]!.message).toMatch(/sang.*complained/);
  });

  test('tell who sees aggregates only nothing of few, nor by subtraction', async () => {
    const [all, few] = [await stages('analyst'), await stages('executive')];
    expect(all.flows.some(({ orders }) => orders < 5)).toBe(true);
    expect(few.flows.every(({ orders }) => orders >= 5)).toBe(true);
    const shown = new Set(few.flows.map(({ stage, from, to }) => `${stage} ${from.code} ${to.code}`));
    const places = Map.groupBy(all.flows, ({ stage, from }) => `${stage} ${from.code}`);
    for (const [place, flows] of places) {
      const hidden = flows.filter(({ stage, from, to }) => !shown.has(`${stage} ${from.code} ${to.code}`));
      expect(hidden.length === 1 && flows.length > 1, place).toBe(false);
    }
  });
});
