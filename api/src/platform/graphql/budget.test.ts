import { expect, test } from 'vitest';
import { Budgets } from './budget.ts';

const ada = { kind: 'key', id: 'a' } as const;
const bo = { kind: 'key', id: 'b' } as const;

test('what is spent comes back evenly, and never more than there was', () => {
  const budgets = new Budgets(600);
  expect(budgets.spend(ada, 600, 0).remaining).toBe(0);
  expect(() => budgets.spend(ada, 100, 9_000)).toThrow(/Try again in 1 s/);
  expect(budgets.spend(ada, 100, 10_000).remaining).toBe(0);
  expect(budgets.spend(ada, 0, 10_000_000).remaining).toBe(600);
});

test('a refusal takes nothing, and everybody has their own', () => {
  const budgets = new Budgets(100);
  expect(budgets.spend(ada, 60, 0).remaining).toBe(40);
  expect(() => budgets.spend(ada, 50, 0)).toThrow('40 are left');
  expect(budgets.spend(ada, 40, 0).remaining).toBe(0);
  expect(budgets.spend(bo, 100, 0).remaining).toBe(0);
  expect(budgets.spend({ kind: 'session', id: 'a' }, 100, 0).remaining).toBe(0);
});

test('a hundred thousand who asked once are not remembered', () => {
  const budgets = new Budgets(100);
  for (let n = 0; n < 100_000; n += 1) budgets.spend({ kind: 'key', id: String(n) }, 1, n);
  expect(budgets.remembered).toBeLessThanOrEqual(10_001);
});
