import { expect, test } from 'vitest';
import { preparedName } from './prepared.ts';

test('what a reader asks again and again gets a name of its own, and keeps it', () => {
  const text = '/* orders */ select 1';
  const names = [1, 2, 3, 4].map(() => preparedName(text));
  expect(names.slice(0, 2)).toEqual([undefined, undefined]);
  expect(names[2]).toMatch(/^r_[0-9a-f]{24}$/);
  expect(names[3]).toBe(names[2]);
});

test('figures are planned for their own days, and texts without end are not remembered without end', () => {
  for (const _ of [1, 2, 3, 4]) expect(preparedName('with reading_1 as (select 1) select 2')).toBeUndefined();
  const named = new Set<string | undefined>();
  for (let n = 0; n < 3000; n += 1) for (const _ of [1, 2, 3]) named.add(preparedName(`/* orders */ select ${n}`));
  expect(named.size).toBeLessThanOrEqual(401);
});
