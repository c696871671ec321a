import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FeedHouse, type Row } from '../feeds/house.ts';
import { order } from '../feeds/rows.ts';
import type { TestDatabase } from '../testkit/index.ts';

let shop: FeedHouse;
let house: TestDatabase;

beforeAll(async () => {
  shop = new FeedHouse([{ name: 'till', shop: 'ledger', feeds: ['customers', 'orders'], delivery: 'delta' }]);
  house = await shop.open();
});
afterAll(() => shop.close());

/** So many orders in a month, each by another customer. */
const ordersIn = (month: string, from: number, many: number, more: Row = {}): Row[] =>
  Array.from({ length: many }, (_, at) =>
    order(`${month}-${from + at}`, `c${month}-${from + at}`, { ordered_at: `${month}-05T08:00:00Z`, ...more }),
  );

async function load(name: string, rows: Row[]): Promise<string> {
  shop.clear();
  shop.deliver('till', 'orders', rows, { name });
  return (await shop.load(house, 'till')).runId ?? '';
}

const changesOf = async (metric: string): Promise<unknown[]> => {
  const { rows } = await house.pool.query(
    `select month::text, cause, old_value as was, new_value as is, old_run_id::text as by, run_id::text as run from ops.figure_changes where metric = $1 order by id`,
    [metric],
  );
  return rows;
};
const published = async (metric: string): Promise<Record<string, number>> => {
  const { rows } = await house.pool.query<{ month: string; value: number }>(
    `select month::text, value from ops.published_figures where metric = $1 order by 1`,
    [metric],
  );
  return Object.fromEntries(rows.map(({ month, value }) => [month, value]));
};

describe('what was published of a closed month', () => {
  const runs: string[] = [];

  it('is kept once the month is over, not before', async () => {
    runs.push(await load('first', [...ordersIn('2025-01', 0, 1000), ...ordersIn('2025-03', 0, 10)]));
    expect(await published('ORDERS')).toEqual({ '2025-01-01': 1000, '2025-02-01': 0 });
    expect(await changesOf('ORDERS')).toEqual([]);
  });

  it('that a late order moves by less than the threshold stays as it was told', async () => {
    await load('late', ordersIn('2025-01', 2000, 3));
    expect(await changesOf('ORDERS')).toEqual([]);
    expect(await published('ORDERS')).toMatchObject({ '2025-01-01': 1000 });
  });

  it('is told as changed once small moves add up, with the run that did it and the one that had published it', async () => {
    runs.push(await load('later', ordersIn('2025-01', 3000, 2)));
    const [january] = await changesOf('ORDERS');
    expect(january).toEqual({
      month: '2025-01-01',
      cause: 'late_rows',
      was: 1000,
      is: 1005,
      by: runs[0],
      run: runs[1],
    });
    expect(await published('ORDERS')).toMatchObject({ '2025-01-01': 1005 });
  });

  it('an empty month that gets its first rows is a change of any size', async () => {
    runs.push(await load('forgotten', ordersIn('2025-02', 0, 1)));
    expect(await changesOf('ORDERS')).toHaveLength(2);
    expect((await changesOf('ORDERS'))[1]).toMatchObject({ month: '2025-02-01', was: 0, is: 1, run: runs[2] });
  });

  it('and moved by a corrected row is a correction', async () => {
    const canceled = ordersIn('2025-01', 0, 100, { status: 'canceled', ordered_at: '2025-01-05T08:00:00Z' });
    await load('corrected', canceled);
    const [change] = await changesOf('CANCELLATION_RATE');
    expect(change).toMatchObject({ month: '2025-01-01', cause: 'corrections', was: 0, is: 100 / 1005 });
  });

  it('says nothing where the same files come again', async () => {
    const before = await house.pool.query('select count(*) from ops.figure_changes');
    await shop.load(house, 'till');
    expect((await house.pool.query('select count(*) from ops.figure_changes')).rows).toEqual(before.rows);
  });

  it('a month that closes later is published then', async () => {
    await load('april', ordersIn('2025-04', 0, 4));
    expect(await published('ORDERS')).toMatchObject({ '2025-03-01': 10 });
  });

  it('a changed definition says so', async () => {
    await house.pool.query(
      `update ops.published_figures set version = 0, value = 7 where metric = 'ORDERS' and month = '2025-03-01'`,
    );
    await load('may', ordersIn('2025-05', 0, 4));
    expect((await changesOf('ORDERS')).at(-1)).toMatchObject({
      month: '2025-03-01',
      cause: 'definition',
      was: 7,
      is: 10,
    });
  });
});
