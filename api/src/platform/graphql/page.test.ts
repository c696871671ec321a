import { expect, test } from 'vitest';
import { assertPageSize, decodeCursor, encodeCursor, pageOf } from './page.ts';

const read = { cursor: String, node: (row: number) => row, count: async () => 3 };

test('the row beyond the page only tells that more follow', () => {
  expect(pageOf([1, 2, 3], 2, read)).toMatchObject({ nodes: [1, 2], pageInfo: { hasNextPage: true, endCursor: '2' } });
  expect(pageOf([1, 2], 2, read)).toMatchObject({ nodes: [1, 2], pageInfo: { hasNextPage: false, endCursor: '2' } });
  expect(pageOf([], 2, read)).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
});

test('a cursor comes back as it went, and only into its own order', () => {
  const cursor = encodeCursor('orders', ['2018-01-01', 'x']);
  expect(decodeCursor(cursor, 'orders', 2)).toEqual(['2018-01-01', 'x']);
  expect(() => decodeCursor(cursor, 'customers', 2)).toThrow(/does not belong/);
  expect(() => decodeCursor(cursor, 'orders', 3)).toThrow(/does not belong/);
  expect(() => decodeCursor('%%%', 'orders', 2)).toThrow(/does not belong/);
  expect(decodeCursor(null, 'orders', 2)).toBeUndefined();
});

test('pages have 1 to 100 rows', () => {
  for (const first of [0, -1, 101, null, undefined, Number.NaN])
    expect(() => assertPageSize(first)).toThrow(/1 to 100/);
  for (const first of [1, 100]) expect(() => assertPageSize(first)).not.toThrow();
});
