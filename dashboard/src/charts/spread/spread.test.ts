import { expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import { spreadAxis, spreadSummary, spreadTable, type SpreadProps } from './spread.data.ts';

const props: SpreadProps = {
  title: 'Compensation by failure',
  measure: { unit: 'MONEY', decimals: 2, currency: 'CNY' },
  heads: { label: 'Failure', low: 'p10', median: 'median', high: 'p90', share: 'made up for', total: 'Total' },
  rows: [
    { key: 'late', label: 'Late', note: 'n 40', low: 5, median: 10, high: 48, share: 0.5, total: 300 },
    { key: 'lost', label: 'Lost', note: 'n 2', low: null, median: null, high: null, share: 0, total: 0 },
  ],
};

it('a spread begins at nothing, reaches the widest end and is told in words and as a table', () => {
  expect(spreadAxis(props.rows)).toMatchObject({ low: 0 });
  expect(spreadAxis(props.rows).high).toBeGreaterThanOrEqual(48);
  expect(spreadTable(props, formatter('en')).rows[1]).toEqual({
    cells: ['Lost', 'no data', 'no data', 'no data', '0.0%', '¥0.00'],
    raw: ['Lost', null, null, null, 0, 0],
  });
  expect(spreadSummary(props, formatter('en'))).toContain('Late median ¥10.00 (¥5.00–¥48.00), made up for 50.0%');
});
