import { describe, expect, it } from 'vitest';

import { stageBars } from './stages.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 22, 0, 0, second)).toISOString();

describe('stages on a line of time', () => {
  it('begin where they began and are as long as they took', () => {
    const bars = stageBars(
      [
        { stage: 'landing', startedAt: at(0), endedAt: at(3), seconds: 3, rows: 90, rowsPerSecond: 30 },
        { stage: 'merge', startedAt: at(3), endedAt: at(4), seconds: 1 },
      ],
      0,
    );
    expect(bars.map(({ left, width }) => [left, width])).toEqual([
      [0, 75],
      [75, 25],
    ]);
    expect(bars[0]).toMatchObject({ seconds: 3, rows: 90, rowsPerSecond: 30 });
    expect(bars[1]).toMatchObject({ rows: null, rowsPerSecond: null });
  });

  it('reach to now while they run, and stay visible and inside however short they are', () => {
    const bars = stageBars(
      [
        { stage: 'landing', startedAt: at(0), endedAt: at(10) },
        { stage: 'merge', startedAt: at(10) },
      ],
      Date.parse(at(10)),
    );
    expect(bars[1]?.width).toBeGreaterThan(0);
    expect((bars[1]?.left ?? 0) + (bars[1]?.width ?? 0)).toBeLessThanOrEqual(100);
  });

  it('are none where there is none', () => expect(stageBars([], 0)).toEqual([]));
});
