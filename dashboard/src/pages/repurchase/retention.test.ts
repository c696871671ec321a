import { describe, expect, it } from 'vitest';
import { deepest, retentionRows, type Retention } from './retention.ts';

const write = { month: (day: string) => day.slice(0, 7), count: String };
type Cell = Retention['cohorts'][number]['cells'][number];
const cell = (month: number, share: number | null, customers: number | null, suppressed = false): Cell => ({
  month,
  share,
  customers,
  suppressed,
  interval: share === null ? null : { low: share / 2, high: share * 2 },
});
const answer = (cohorts: Retention['cohorts'], asOf = '2026-03-10'): Retention =>
  ({ asOf, cohorts }) as unknown as Retention;

describe('rows of the cohort map', () => {
  const [january, , empty] = [
    {
      month: '2026-01-01',
      size: 200,
      partial: false,
      cells: [cell(1, 0.1, 20), cell(2, null, null), cell(3, null, null)],
    },
    null,
    { month: '2026-02-01', size: 0, partial: false, cells: [cell(1, null, null)] },
  ];

  it('have what was counted of how many; a month not over is hatched, one ahead is blank', () => {
    const [row] = retentionRows(answer([january]), write, 100);
    expect(row?.note).toBe('200');
    expect(row?.cells[0]).toMatchObject({ value: 0.1, counted: 20, sample: 200, tooFew: false, young: false });
    expect(row?.cells[0]?.marking).toMatchObject({
      'data-metric': 'COHORT_RETENTION_M1',
      'data-bucket-end': '2026-01-31',
    });
    expect(row?.cells[1]).toMatchObject({ value: null, running: true });
    expect(row?.cells[2]).toMatchObject({ value: null, future: true });
  });

  it('leave out months without first orders; few customers and cut months are not shaded', () => {
    expect(retentionRows(answer([empty]), write, 100)).toEqual([]);
    const [few] = retentionRows(answer([{ ...january, size: 40, partial: true }]), write, 100);
    expect(few?.cells[0]).toMatchObject({ tooFew: true, young: true });
    const [hidden] = retentionRows(answer([{ ...january, cells: [cell(1, null, null, true)] }]), write, 100);
    expect(hidden?.cells[0]).toEqual({ value: null, sample: 0 });
  });

  it('are shaded up to a round share that settled cells reach', () => {
    const rows = retentionRows(answer([january]), write, 100);
    expect(deepest(rows)).toBeCloseTo(0.1, 12);
    const low = retentionRows(answer([{ ...january, cells: [cell(1, 0.0044, 9)] }]), write, 100);
    expect(deepest(low)).toBeCloseTo(0.005, 12);
    expect(deepest([])).toBeCloseTo(0.01, 12);
  });
});
