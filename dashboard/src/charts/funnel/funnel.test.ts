import { expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import { funnelSummary, funnelTable, type FunnelProps } from './funnel.data.ts';

const props: FunnelProps = {
  title: 'The way of a return',
  heads: { step: 'Step', count: 'Requests', share: 'Share', median: 'half within', most: 'nine of ten within' },
  within: { half: (duration) => `half within ${duration}`, most: (duration) => `most within ${duration}` },
  rows: [
    { key: 'requested', label: 'Asked for', count: 200, share: 1, medianSeconds: null, p90Seconds: null },
    { key: 'granted', label: 'Granted', count: 150, share: 0.75, medianSeconds: 7_200, p90Seconds: 90_000 },
    { key: 'refunded', label: 'Refunded', count: 0, share: null, medianSeconds: null, p90Seconds: null },
  ],
};

it('a funnel is a table too, and what nobody came to has no share', () => {
  expect(funnelTable(props, formatter('en')).rows.map(({ cells }) => cells)).toEqual([
    ['Asked for', '200', '100.0%', 'no data', 'no data'],
    ['Granted', '150', '75.0%', '2 h', '1 d 1 h'],
    ['Refunded', '0', 'no data', 'no data', 'no data'],
  ]);
  expect(funnelSummary(props, formatter('zh'))).toBe(
    'The way of a return: Asked for 200 (100.0%) → Granted 150 (75.0%) → Refunded 0 (无数据)',
  );
});
