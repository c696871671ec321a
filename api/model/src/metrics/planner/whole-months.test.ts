import { expect, it } from 'vitest';
import { wholeMonths } from './whole-months.ts';

it.each([
  ['2025-01-01', '2025-03-31', ['2025-01-01', '2025-03-01'], []],
  ['2025-01-02', '2025-03-31', ['2025-02-01', '2025-03-01'], [['2025-01-02', '2025-01-31']]],
  [
    '2024-01-31',
    '2024-03-01',
    ['2024-02-01', '2024-02-01'],
    [
      ['2024-01-31', '2024-01-31'],
      ['2024-03-01', '2024-03-01'],
    ],
  ],
  ['2025-01-02', '2025-01-30', null, [['2025-01-02', '2025-01-30']]],
  ['2025-01-15', '2025-02-14', null, [['2025-01-15', '2025-02-14']]],
  ['2024-12-01', '2024-12-31', ['2024-12-01', '2024-12-01'], []],
])('%s to %s', (from, to, months, edges) => {
  const found = wholeMonths({ from, to });
  expect(found.months && [found.months.from, found.months.to]).toEqual(months);
  expect(found.edges.map((edge) => [edge.from, edge.to])).toEqual(edges);
});
