import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import type { SurvivalCurve } from './survival.ts';
import { shareBackVerdict } from './verdict.ts';

const [en, zh] = [formatter('en'), formatter('zh')];

function curve(code: string, value: number, half: number | null, median: number | null = null): SurvivalCurve {
  const interval = half === null ? null : { low: value - half, high: value + half, method: 'greenwood' };
  const point = { bucket: '2026-01-01', bucketEnd: '2026-12-31', value, interval };
  return {
    key: [{ dimension: 'LATE', value: code, label: { en: code, zh: code } }],
    customers: 500,
    median,
    seenDays: 200,
    atRisk: [],
    steps: [],
    shareBack: [point, point, point],
  } as unknown as SurvivalCurve;
}

const all = curve('', 0.25, 0.01);

describe('what the curves say', () => {
  it('late against on time: apart, or not to be told apart', () => {
    const apart = [curve('on_time', 0.25, 0.01), curve('late', 0.13, 0.02)];
    expect(shareBackVerdict('late', apart, all, en)).toContain('25.0% are back after a first parcel on time and 13.0%');
    expect(shareBackVerdict('late', apart, all, en)).toContain('goes with');
    expect(shareBackVerdict('late', apart, all, zh)).toContain('两条区间不相交');
    const near = [curve('on_time', 0.25, 0.01), curve('late', 0.24, 0.02)];
    expect(shareBackVerdict('late', near, all, en)).toContain('cannot be told apart yet');
    expect(shareBackVerdict('late', near, all, zh)).toContain('尚无法区分');
    const unknown = [curve('on_time', 0.25, 0.01), curve('late', 0.24, null)];
    expect(shareBackVerdict('late', unknown, all, en)).toContain('Too few have been observed');
    expect(shareBackVerdict('late', unknown, all, zh)).toContain('顾客太少');
  });

  it('by delay: names those apart from all, earliest first', () => {
    const curves = [curve('late_8', 0.05, 0.01), curve('on_day', 0.25, 0.01), curve('late_1_3', 0.17, 0.01)];
    expect(shareBackVerdict('delay', curves, all, en)).toContain('more than noise: late_1_3, late_8.');
    expect(shareBackVerdict('delay', curves, all, zh)).toContain('late_1_3、late_8');
    expect(shareBackVerdict('delay', [curve('on_day', 0.25, 0.01)], all, en)).toContain('Cannot tell apart');
    expect(shareBackVerdict('delay', [curve('on_day', 0.25, 0.01)], all, zh)).toContain('尚无法区分');
  });

  it('has a median only where half are back', () => {
    expect(shareBackVerdict('all', [all], all, en)).toContain('does not exist');
    expect(shareBackVerdict('all', [all], all, zh)).toContain('不存在');
    const half = curve('', 0.6, 0.01, 72);
    expect(shareBackVerdict('all', [half], half, en)).toBe('Half are back by day 72.');
    expect(shareBackVerdict('all', [half], half, zh)).toBe('第 72 天时已有一半回购。');
    expect(shareBackVerdict('all', [], undefined, en)).toBe('');
  });
});
