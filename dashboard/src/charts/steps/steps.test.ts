import { describe, expect, it } from 'vitest';

import { arcPath, arcsOf, nextOf, type StepEdge } from './steps.data.ts';

const steps = ['ordered', 'paid', 'delivered', 'end'].map((key) => ({ key, label: key }));
const edge = (from: string, to: string, count: number): StepEdge => ({
  from,
  to,
  count,
  share: 0.5,
  medianSeconds: null,
  p90Seconds: null,
});

describe('which step follows which', () => {
  const edges = [
    edge('ordered', 'paid', 80),
    edge('delivered', 'paid', 4),
    edge('paid', 'nowhere', 9),
    edge('paid', 'end', 20),
  ];

  it('draws what is shown, tells ways back from ways on, and the most frequent over the others', () => {
    const arcs = arcsOf(steps, edges);
    expect(arcs.map(({ edge: { from, to } }) => `${from} ${to}`)).toEqual([
      'delivered paid',
      'paid end',
      'ordered paid',
    ]);
    expect(arcs.map(({ back }) => back)).toEqual([true, false, false]);
    expect(arcs.at(-1)?.weight).toBe(1);
  });

  it('bulges the farther the more steps are passed over, within its room', () => {
    const bulge = (start: number, end: number) => Number(/C([\d.]+)/.exec(arcPath({ start, end }, 30, 100, 4))?.[1]);
    expect(bulge(0, 1)).toBeLessThan(bulge(0, 2));
    expect(bulge(0, 3)).toBe(100);
    expect(arcPath({ start: 0, end: 1 }, 30, 100, 4)).toMatch(/^M0 15\.0C.* 0 45\.0$/);
  });

  it('says first where most go next', () => {
    expect(nextOf(edges, 'paid').map(({ to }) => to)).toEqual(['end', 'nowhere']);
  });
});
