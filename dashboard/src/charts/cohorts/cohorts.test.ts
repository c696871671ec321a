import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import { cohortAxis, cohortSummary, cohortTable, type CohortRow } from './cohorts.data.ts';

const en = formatter('en');

describe('cohorts', () => {
  const rows: CohortRow[] = [
    {
      key: '2018-01-01',
      label: 'Jan 2018',
      size: 900,
      cells: [{ value: 0.012, interval: { low: 0.01, high: 0.015 }, sample: 900, mature: true }, null],
    },
    {
      key: '2018-02-01',
      label: 'Feb 2018',
      size: 2,
      cells: [{ value: 1, interval: { low: 0.3, high: 1 }, sample: 2, mature: true, tooFew: true }, null],
    },
    {
      key: '2018-03-01',
      label: 'Mar 2018',
      size: 800,
      cells: [
        { value: 0.008, interval: null, sample: 300, mature: false },
        { value: null, sample: 0, mature: false },
      ],
    },
  ];
  const props = {
    title: 'Cohorts',
    measure: { unit: 'PERCENT', decimals: 2 } as const,
    rowHead: 'First order',
    sizeHead: 'customers',
    windows: [
      { key: '30', label: '30 days' },
      { key: '365', label: '365 days' },
    ],
    rows,
  };

  it('a cohort of two does not stretch the axis', () => {
    expect(cohortAxis(rows, 0).high).toBeLessThan(0.03);
    expect(cohortAxis(rows, 1)).toMatchObject({ low: 0, high: 1 });
  });

  it('what has not happened is said, not counted as nothing', () => {
    const table = cohortTable(props, en);
    expect(table.rows[0]?.cells).toEqual(['Jan 2018', '900', '1.20%', '900', '', 'not yet happened', '0', '']);
    expect(table.rows[1]?.cells[4]).toBe('too few to rate');
    expect(table.rows[2]?.cells[4]).toBe('still maturing');
    expect(table.rows[2]?.raw.slice(5, 6)).toEqual([null]);
    expect(cohortSummary(props, en)).toBe('Cohorts. 30 days: 1.20–1.20%; 365 days: no data');
  });
});
