import { expect, test } from 'vitest';
import { Conditions } from './conditions.ts';

test('values never reach the text, and a merged condition is renumbered behind those before it', () => {
  const conditions = new Conditions().given('a', (p) => `x = ${p}`).given(null, (p) => `y = ${p}`);
  conditions.merge({ sql: 'z between $1 and $2 or w = $10', params: ['b', 'c', 0, 0, 0, 0, 0, 0, 0, 'd'] });
  expect(conditions.sql).toBe('(x = $1) and (z between $2 and $3 or w = $11)');
  expect(conditions.values).toEqual(['a', 'b', 'c', 0, 0, 0, 0, 0, 0, 0, 'd']);
});

test('no condition is true', () => {
  expect(new Conditions().sql).toBe('true');
});
