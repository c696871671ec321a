import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serving, type Role, type SeededApi } from '../contracts/client.ts';
import { FeedHouse, type Row } from '../feeds/house.ts';
import { order } from '../feeds/rows.ts';

let shop: FeedHouse;
let api: SeededApi;
const run: string[] = [];

const ordersIn = (month: string, from: number, many: number, more: Row = {}): Row[] =>
  Array.from({ length: many }, (_, at) =>
    order(`${month}-${from + at}`, `c${from + at}`, { ordered_at: `${month}-05T08:00:00Z`, ...more }),
  );

beforeAll(async () => {
  shop = new FeedHouse([{ name: 'till', shop: 'ledger', feeds: ['customers', 'orders'], delivery: 'delta' }]);
  const house = await shop.open();
  const load = async (name: string, rows: Row[]) => {
    shop.clear();
    shop.deliver('till', 'orders', rows, { name });
    run.push((await shop.load(house, 'till')).runId ?? '');
  };
  await load('first', [
    ...ordersIn('2025-01', 0, 100),
    ...ordersIn('2025-02', 200, 3),
    ...ordersIn('2025-03', 300, 10),
  ]);
  await load('late', [...ordersIn('2025-01', 1000, 7), ...ordersIn('2025-02', 1200, 1)]);
  api = await serving(house);
});
afterAll(async () => {
  await api.close();
  await shop.close();
});

async function answer<Data>(role: Role, query: string): Promise<Data> {
  const { data, errors } = await api.ask<Data>(role, query);
  expect(errors).toEqual([]);
  return data!;
}

const change = `metric { id unit } month { from to } before { value runId } after { value runId } threshold cause causeTitle { en zh } source runId`;
interface Change {
  metric: { id: string };
  month: { from: string };
  before: { value: number };
  after: { value: number };
}
interface Changes {
  figureChanges: { totalCount: number; nodes: Change[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
}
const all = (role: Role, args = 'first: 100') =>
  answer<Changes>(
    role,
    `{ figureChanges(${args}) { totalCount nodes { ${change} } pageInfo { endCursor hasNextPage } } }`,
  );

describe('a figure that moved', () => {
  it('is told with what it was, what it is, why and by which run', async () => {
    const { figureChanges } = await all('analyst', 'where: { metrics: [ORDERS] }');
    expect(figureChanges.nodes[1]).toEqual({
      metric: { id: 'ORDERS', unit: 'COUNT' },
      month: { from: '2025-01-01', to: '2025-01-31' },
      before: { value: 100, runId: run[0] },
      after: { value: 107, runId: run[1] },
      threshold: 0.5,
      cause: 'LATE_ROWS',
      causeTitle: { en: 'rows that came late', zh: '迟到的数据' },
      source: 'till',
      runId: run[1],
    });
  });

  it('of few is not told to who sees aggregates only', async () => {
    const months = (changes: Changes) => changes.figureChanges.nodes.map(({ month }) => month.from).toSorted();
    const where = 'where: { metrics: [ORDERS] }';
    expect(months(await all('analyst', where))).toEqual(['2025-01-01', '2025-02-01']);
    const executive = await all('executive', where);
    expect(months(executive)).toEqual(['2025-01-01']);
    expect(executive.figureChanges.totalCount).toBe(1);
  });

  it('stands in a list whose pages meet each change once', async () => {
    const { figureChanges } = await all('operator');
    expect(figureChanges.nodes.length).toBeGreaterThan(2);
    const first = (await all('operator', 'first: 2')).figureChanges;
    const rest = (await all('operator', `first: 100, after: "${first.pageInfo.endCursor}"`)).figureChanges;
    expect([...first.nodes, ...rest.nodes]).toEqual(figureChanges.nodes);
    expect((await all('operator', 'where: { runId: "999" }')).figureChanges.totalCount).toBe(0);
    expect((await all('operator', 'where: { shop: "elsewhere" }')).figureChanges.totalCount).toBe(0);
  });

  interface Series {
    metrics: { series: { revisions: Change[] }[] };
  }
  const revisions = async (args: string): Promise<[string, number, number][]> => {
    const { metrics } = await answer<Series>(
      'analyst',
      `{ metrics(metrics: [ORDERS], ${args}) { series { revisions { ${change} } } } }`,
    );
    return metrics.series.flatMap((one) =>
      one.revisions.map(({ month, before, after }): [string, number, number] => [
        month.from,
        before.value,
        after.value,
      ]),
    );
  };

  it('says so on the figure: of the months its days lie in', async () => {
    expect(await revisions('period: { from: "2025-01-20", to: "2025-01-25" }')).toEqual([['2025-01-01', 100, 107]]);
    expect(await revisions('period: { from: "2025-01-01", to: "2025-03-31" }, grain: MONTH')).toEqual([
      ['2025-02-01', 3, 4],
      ['2025-01-01', 100, 107],
    ]);
    expect(await revisions('period: { from: "2025-03-01", to: "2025-03-31" }')).toEqual([]);
  });

  it('but not on a figure that is cut or filtered, which is another one', async () => {
    const period = 'period: { from: "2025-01-01", to: "2025-01-31" }';
    expect(await revisions(`${period}, where: [{ dimension: REGION, notIn: ["SP"] }]`)).toEqual([]);
    expect(await revisions(`${period}, by: [REGION]`)).toEqual([]);
    expect(await revisions(`${period}, by: [SHOP]`)).toEqual([['2025-01-01', 100, 107]]);
  });

  it('leads to the rows that moved it', async () => {
    const behind = 'behind: { metric: ORDERS, part: NUMERATOR, period: { from: "2025-01-01", to: "2025-01-31" } }';
    const { orders } = await answer<{ orders: { totalCount: number; nodes: { externalId: string }[] } }>(
      'analyst',
      `{ orders(first: 100, where: { broughtByRun: "${run[1]}", ${behind} }) { totalCount nodes { externalId } } }`,
    );
    expect(orders.totalCount).toBe(7);
    expect(orders.nodes.map(({ externalId }) => externalId).toSorted()).toEqual(
      Array.from({ length: 7 }, (_, at) => `2025-01-${1000 + at}`),
    );
  });
});
