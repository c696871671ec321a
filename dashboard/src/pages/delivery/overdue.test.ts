import { expect, it } from 'vitest';

import type { MetricAnswer } from '../../metric/types.ts';
import { overdueRows, spanOf, spans } from './overdue.ts';

const answer = (counts: Record<string, number | null>): MetricAnswer => ({
  series: Object.entries(counts).map(([carrier, n]) => ({
    metric: {
      id: 'PROMISE_KEPT_RATE',
      title: { en: '', zh: '' },
      unit: 'PERCENT',
      decimals: 1,
      polarity: 'HIGHER_IS_BETTER',
      version: 1,
    },
    key: [{ dimension: 'CARRIER', value: carrier, label: { en: carrier, zh: carrier } }],
    points: [
      {
        bucket: '2026-10-25',
        bucketEnd: '2026-10-31',
        value: 0,
        numerator: 0,
        denominator: n,
        sample: n ?? 0,
        status: 'MISSED',
        suppressed: n === null,
        approximate: false,
        mature: true,
        partial: false,
        comparisons: [],
      },
    ],
  })),
  truncatedSeries: 0,
  dataVersion: '1',
  period: { from: '2026-10-25', to: '2026-10-31' },
  grain: 'TOTAL',
  explain: [],
});

it('what is overdue is counted by carrier and age, most first; who may not be told of a carrier sees no zero', () => {
  const rows = overdueRows([answer({ a: 1, b: 4 }), answer({ a: 2, c: null }), undefined]);
  expect(rows.map(({ key, counts }) => [key.value, ...counts])).toEqual([
    ['b', 4, 0, 0],
    ['a', 1, 2, 0],
    ['c', 0, null, 0],
  ]);
});

it('the spans meet without a gap and begin with the shop', () => {
  expect(spans.map((span) => spanOf(span, '2026-10-31', '2026-08-20'))).toEqual([
    { from: '2026-10-25', to: '2026-10-31' },
    { from: '2026-10-02', to: '2026-10-24' },
    { from: '2026-08-20', to: '2026-10-01' },
  ]);
});
