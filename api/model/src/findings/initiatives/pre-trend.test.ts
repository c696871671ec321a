import { describe, expect, it } from 'vitest';
import type { Cell, Group } from './panel.ts';
import { followsPath } from './pre-trend.ts';

const BEFORE = [0, 1, 2, 3, 4, 5];
const cell = (value: number, rows: number, spread = 1.4): Cell => ({ value, numerator: value * rows, rows, spread });
const group = (code: string, cells: Cell[]): Group => ({ code, label: { en: code, zh: code }, cells });
const treated = [
  group(
    'reached',
    [4.1, 4, 4.2, 4.1, 3.9, 4.1].map((value) => cell(value, 60)),
  ),
];

describe('the path before the start', () => {
  it('a month of three like reviews does not take a small group out', () => {
    const small = [5, 4, 4.2, 4.4, 3.8, 4].map((value, month) =>
      month === 0 ? cell(value, 3, 0.000_1) : cell(value, 8),
    );
    expect(followsPath(group('small', small), treated, BEFORE)).toBe(true);
  });

  it('a level of its own is no other path', () => {
    const low = [3.1, 3, 3.2, 3.1, 2.9, 3.1].map((value) => cell(value, 60));
    expect(followsPath(group('low', low), treated, BEFORE)).toBe(true);
  });

  it('a group that fell by half a star is left out', () => {
    const falling = [4.5, 4.4, 4.2, 3.8, 3.6, 3.5].map((value) => cell(value, 60));
    expect(followsPath(group('falling', falling), treated, BEFORE)).toBe(false);
  });
});
