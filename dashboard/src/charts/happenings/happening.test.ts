import { describe, expect, it } from 'vitest';

import { formatter } from '../../format/index.ts';
import { clustered, happeningsIn, happeningText, namesIn, type Happening } from './happening.ts';

const happening = (over: Partial<Happening>): Happening => ({
  kind: 'EVENT',
  code: 'a',
  label: 'Double 11',
  detail: 'Promotion',
  from: '2025-11-10',
  to: '2025-11-12',
  metric: null,
  ...over,
});
const days = { from: '2025-11-01', to: '2025-11-30' };

describe('what happened in the days of a chart', () => {
  it('is kept by its days, an initiative that goes on to the end', () => {
    const over = happening({ code: 'over', from: '2025-09-01', to: '2025-10-31' });
    const running = happening({ code: 'on', kind: 'INITIATIVE', from: '2025-09-01', to: null });
    const later = happening({ code: 'later', from: '2025-12-01', to: null });
    expect(happeningsIn([over, running, later, happening({})], days, []).map(({ code }) => code)).toEqual(['on', 'a']);
  });

  it('leaves a note about one metric off the charts of others', () => {
    const note = happening({ kind: 'NOTE', metric: 'ORDERS' });
    expect(happeningsIn([note], days, ['ORDERS'])).toHaveLength(1);
    expect(happeningsIn([note], days, ['GMV'])).toHaveLength(0);
    expect(happeningsIn([{ ...note, metric: null }], days, ['GMV'])).toHaveLength(1);
  });

  it('is told with its days in both languages', () => {
    expect(happeningText(happening({}), formatter('en'))).toBe('10 Nov – 12 Nov 2025: Double 11 (Promotion)');
    expect(happeningText(happening({ label: '双十一', detail: '促销' }), formatter('zh'))).toBe(
      '2025年11月10日–11月12日：双十一（促销）',
    );
    expect(happeningText(happening({ detail: null, to: null }), formatter('en'))).toBe('10 Nov 2025 –: Double 11');
  });

  it('stands in the rows of its days, one without an end only where it begins', () => {
    const week = { bucket: '2025-11-10', bucketEnd: '2025-11-16' };
    const next = { bucket: '2025-11-17', bucketEnd: '2025-11-23' };
    const running = happening({ label: 'Pilot', to: null });
    expect(namesIn([happening({}), running], week)).toBe('Double 11; Pilot');
    expect(namesIn([happening({}), running], next)).toBe('');
  });

  it('becomes one mark where two would hide each other', () => {
    const at = (x: number) => ({ x, happening: happening({ code: String(x) }) });
    expect(clustered([at(40), at(10), at(15)]).map(({ x, happenings }) => [x, happenings.length])).toEqual([
      [10, 2],
      [40, 1],
    ]);
  });
});
