import { expect, test } from 'vitest';
import { encodeCursor } from '../graphql/page.ts';
import { given, LatestFirst } from './latest-first.ts';

const runs = new LatestFirst('runs');

test('behind a cursor are the smaller numbers; without one all', () => {
  expect(runs.behind(runs.cursor(17))).toEqual({ $lt: 17 });
  expect(runs.behind(null)).toBeUndefined();
  expect(runs.behind(undefined)).toBeUndefined();
});

test.each([
  ['of another list', new LatestFirst('quarantine').cursor(17)],
  ['that is no number', encodeCursor('runs DESC', ['17 or true'])],
  ['that is no whole number', encodeCursor('runs DESC', [1.5])],
  ['that holds nothing', encodeCursor('runs DESC', [null])],
  ['that nobody made', 'nonsense'],
])('a cursor %s is refused', (_, cursor) => {
  expect(() => runs.behind(cursor)).toThrow(/does not belong to this list/);
});

test('what the client did not name is no condition; an empty text is one', () => {
  expect(given({ source: 'demo', feed: null, reason: undefined, state: '' })).toEqual({ source: 'demo', state: '' });
});
