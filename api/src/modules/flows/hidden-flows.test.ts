import { describe, expect, it } from 'vitest';
import { withoutSmall } from './hidden-flows.ts';

const flow = (from: string, to: string, orders: number) => ({ stage: 'DELIVERY', from, to, orders });
const told = (flows: ReturnType<typeof flow>[]) => flows.map(({ from, to }) => `${from} → ${to}`);

describe('flows of few', () => {
  it('are hidden with a second one in their row and their column, so that no rest tells them', () => {
    const flows = [
      flow('late', 'silent', 40),
      flow('late', 'complained', 3),
      flow('late', 'good', 60),
      flow('on time', 'silent', 400),
      flow('on time', 'complained', 30),
      flow('on time', 'good', 600),
    ];
    expect(told(withoutSmall(flows, 5))).toEqual(['late → good', 'on time → good']);
    expect(withoutSmall(flows, 1)).toEqual(flows);
  });

  it('hide a place wholly where nothing else could cover them', () => {
    expect(withoutSmall([flow('late', 'silent', 2)], 5)).toEqual([]);
    expect(told(withoutSmall([flow('a', 'x', 2), flow('a', 'y', 2), flow('a', 'z', 9), flow('b', 'z', 9)], 5))).toEqual(
      [],
    );
  });
});
