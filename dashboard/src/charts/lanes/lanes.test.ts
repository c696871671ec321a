import { describe, expect, it } from 'vitest';
import { laneScale, markPlaces, type Lane } from './lanes.geometry.ts';

describe('lanes', () => {
  it('folds a long silence, names how long, and keeps what happened in order', () => {
    const day = (n: number): number => n * 86_400_000;
    const scale = laneScale([day(0), day(3), day(6), day(66), day(67)], 50, 950, 'UTC');
    expect(scale.breaks).toHaveLength(1);
    expect(scale.breaks[0]?.days).toBe(59);
    const places = [0, 3, 6, 66, 67].map((n) => scale.x(day(n)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.max(...places)).toBeLessThanOrEqual(950);
    expect(laneScale([], 50, 950, 'UTC').breaks).toEqual([]);
  });

  it('begins days by the shop’s clock: what happened after midnight there stands behind the day’s line', () => {
    const at = (moment: string): number => Date.parse(moment);
    const night = at('2026-09-21T18:30:00Z'); // 22 Sep 02:30 in Shanghai
    const scale = laneScale([at('2026-09-20T02:00:00Z'), night], 50, 950, 'Asia/Shanghai');
    const line = scale.ticks.find(({ day }) => day === '2026-09-22');
    expect(line?.x).toBeLessThan(scale.x(night));
    expect(line?.x).toBeCloseTo(scale.x(at('2026-09-21T16:00:00Z')), 6);
  });

  it('puts a label beside its mark, above where a bar is in the way, and into the tooltip where both are taken', () => {
    const mark = (key: string, at: number) => ({ key, at, tone: 'now' as const, label: 'Ordered; later canceled' });
    const lane: Lane = {
      key: 'orders',
      label: 'Orders',
      spans: [{ key: 's', from: 100, to: 300, kind: 'promised' }],
      marks: [mark('free', 400), mark('covered', 100), mark('crowded', 120), mark('end', 880)],
    };
    const places = markPlaces(lane, (at) => at, 900);
    expect(places.get('free')).toEqual({ anchor: 'start', level: 'line' });
    expect(places.get('covered')).toEqual({ anchor: 'start', level: 'above' });
    expect(places.get('crowded')?.level).toBe('hidden');
    expect(places.get('end')).toEqual({ anchor: 'end', level: 'line' });
  });
});
