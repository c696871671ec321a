import { expect, it } from 'vitest';

import { barOf } from './freshness.ts';

it('a bar ends at its tick when the promised time has passed, and never leaves its track', () => {
  expect([0, 30, 100, 150, 300, 4000].map(barOf)).toEqual([4, 10, 33, 50, 100, 100]);
});
