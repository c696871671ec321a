import { expect, it } from 'vitest';
import type { Grain } from '../answer/types.ts';
import { bucketsOf, comparisonWindow, type Window } from './calendar.ts';
import { chainRuns } from './chain-runs.ts';

const told = (from: string, to: string, grain: Grain, window: Window = { from, to, shift: { days: 0 } }): string[] =>
  chainRuns({ buckets: bucketsOf({ from, to }, grain, 1000) ?? [], grain }, window).map(
    (run) => `${run.from} ${run.to} ${run.flag ? `${run.flag.from} in ${run.flag.span}` : 'pairs'}`,
  );

it.each<[string, string, Grain, string[]]>([
  ['2024-01-01', '2024-12-31', 'MONTH', ['2024-01-01 2024-12-31 first in month']],
  [
    '2024-01-10',
    '2024-04-20',
    'MONTH',
    ['2024-01-10 2024-01-31 last in month', '2024-02-01 2024-04-20 first in month'],
  ],
  ['2024-01-10', '2024-01-20', 'MONTH', ['2024-01-10 2024-01-20 pairs']],
  ['2024-01-01', '2024-01-20', 'MONTH', ['2024-01-01 2024-01-20 first in month']],
  ['2024-01-10', '2024-01-31', 'TOTAL', ['2024-01-10 2024-01-31 last in month']],
  ['2024-02-10', '2024-03-31', 'TOTAL', ['2024-02-10 2024-03-31 last in quarter']],
  ['2024-01-01', '2024-08-15', 'TOTAL', ['2024-01-01 2024-08-15 first in year']],
  ['2024-01-02', '2024-08-15', 'TOTAL', ['2024-01-02 2024-08-15 pairs']],
  ['2024-01-03', '2024-01-05', 'DAY', ['2024-01-03 2024-01-05 first in day']],
  // 2024-01-08 is a Monday.
  ['2024-01-10', '2024-01-24', 'WEEK', ['2024-01-10 2024-01-14 last in week', '2024-01-15 2024-01-24 first in week']],
  ['2024-01-08', '2024-01-12', 'TOTAL', ['2024-01-08 2024-01-12 first in week']],
])('customers of %s to %s by %s', (from, to, grain, runs) => {
  expect(told(from, to, grain)).toEqual(runs);
});

it('what is compared may be cut by today, so no end of a span is certain', () => {
  const period = { from: '2024-02-10', to: '2024-03-31' };
  const window = comparisonWindow(period, 'PREVIOUS_PERIOD', 'MONTH');
  expect([window.from, window.to]).toEqual(['2023-12-21', '2024-02-09']);
  expect(told(period.from, period.to, 'MONTH', window)).toEqual(['2023-12-21 2024-02-09 pairs']);
});

it('whole months compared keep their months', () => {
  const period = { from: '2024-03-01', to: '2024-05-31' };
  const window = comparisonWindow(period, 'SAME_PERIOD_LAST_YEAR', 'MONTH');
  expect(told(period.from, period.to, 'MONTH', window)).toEqual(['2023-03-01 2023-05-31 first in month']);
});
