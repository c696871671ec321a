import { expect, it } from 'vitest';

import { wrapped } from './picture.ts';

const measure = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 2 : 1), 0);

it('breaks a caption at words, and Chinese between any two characters', () => {
  expect(wrapped('Sep – Nov 2026 · Compared with last year', 20, measure)).toEqual([
    'Sep – Nov 2026 ·',
    'Compared with last',
    'year',
  ]);
  expect(wrapped('对比去年同期与上一时段', 8, measure)).toEqual(['对比去年', '同期与上', '一时段']);
  expect(wrapped('', 8, measure)).toEqual([]);
});
