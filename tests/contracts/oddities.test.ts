import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededApi, type SeededApi } from './client.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

async function oddities(): Promise<Record<string, number>> {
  const { data, errors } = await api.ask<{ dataHealth: { oddities: { code: string; rows: number }[] } }>(
    'executive',
    '{ dataHealth { oddities(shop: "seed") { code rows } } }',
  );
  expect(errors).toEqual([]);
  return Object.fromEntries(data!.dataHealth.oddities.map(({ code, rows }) => [code, rows]));
}

const listed: Record<string, { list: string; oddity: string; rows: number }> = {
  REVIEW_IDS_ON_SEVERAL_ORDERS: { list: 'reviews', oddity: 'SHARED_REVIEW_ID', rows: 2 },
  ORDERS_WITH_SEVERAL_REVIEWS: { list: 'orders', oddity: 'SEVERAL_REVIEWS', rows: 1 },
  ORDERS_WITHOUT_REVIEW: { list: 'orders', oddity: 'WITHOUT_REVIEW', rows: 1 },
  MULTI_LINE_COMMENTS: { list: 'reviews', oddity: 'MULTI_LINE_MESSAGE', rows: 1 },
  DELIVERED_BEFORE_HANDED_OVER: { list: 'orders', oddity: 'DELIVERED_BEFORE_HANDED_OVER', rows: 1 },
  ORDERS_WITHOUT_ITEMS: { list: 'orders', oddity: 'WITHOUT_ITEMS', rows: 1 },
  ORDERS_WITHOUT_PAYMENT: { list: 'orders', oddity: 'WITHOUT_PAYMENT', rows: 1 },
  DELIVERED_WITHOUT_DATE: { list: 'orders', oddity: 'DELIVERED_WITHOUT_DATE', rows: 1 },
  REVIEWS_WITHOUT_TIMES: { list: 'reviews', oddity: 'WITHOUT_TIMES', rows: 1 },
};

test('each oddity is counted once, as planted', async () => {
  const planted = Object.fromEntries(Object.keys(listed).map((code) => [code, 1]));
  expect(await oddities()).toEqual({ ...planted, PRODUCTS_WITHOUT_CATEGORY: 1, CATEGORIES_WITHOUT_TRANSLATION: 1 });
});

test.each(Object.entries(listed))('the rows behind %s can be listed', async (_, { list, oddity, rows }) => {
  const { data, errors } = await api.ask<Record<string, { totalCount: number; nodes: unknown[] }>>(
    'analyst',
    `{ ${list}(where: {shop: "seed", oddity: ${oddity}}) { totalCount nodes { id } } }`,
  );
  expect(errors).toEqual([]);
  expect(data![list]).toMatchObject({ totalCount: rows });
  expect(data![list]!.nodes).toHaveLength(rows);
});

test('removing an offending row lowers its oddity by one, and no other', async () => {
  const before = await oddities();
  await api.database.pool.query(`update core.reviews set deleted_at = now() where message like E'%\\n%'`);
  await api.database.pool.query(`update core.reviews set deleted_at = now() where external_id = 'r12:1'`);
  await api.database.pool.query(`delete from journey.order_journey where order_id = core.id_of('order', 'seed', 'o5')`);
  await api.database.pool.query('update ops.data_version set version = version + 1');
  expect(await oddities()).toEqual({
    ...before,
    MULTI_LINE_COMMENTS: 0,
    REVIEW_IDS_ON_SEVERAL_ORDERS: 0,
    ORDERS_WITHOUT_ITEMS: 0,
  });
});
