import { describe, expect, it } from 'vitest';

import { byUnit, shapeOf, sharedDimensions } from './shape.ts';

describe('how an answer is drawn', () => {
  it.each([
    [[], false, 'RATIO', 'figure'],
    [[], true, 'RATIO', 'trend'],
    [['CARRIER'], false, 'RATIO', 'league'],
    [['CARRIER'], false, 'PERCENTILE', 'league'],
    [['CAUSE'], false, 'COUNT', 'bars'],
    [['CARRIER'], true, 'COUNT', 'lines'],
    [['CHANNEL', 'HOUR'], true, 'RATIO', 'grid'],
  ])('by %j, over time %s, of a %s: %s', (by, overTime, kind, shape) => {
    expect(shapeOf({ by, overTime }, kind)).toBe(shape);
  });

  it('offers only dimensions that all figures carry', () => {
    const all = { dimensions: ['SHOP', 'REGION', 'CARRIER'] as never[] };
    const few = { dimensions: ['SHOP', 'REGION'] as never[] };
    expect(sharedDimensions([all, few])).toEqual(['REGION']);
    expect(sharedDimensions([])).toEqual([]);
  });

  it('puts figures of one unit into one picture', () => {
    const of = (unit: string) => ({ unit }) as Parameters<typeof byUnit>[0][number];
    expect(byUnit([of('PERCENT'), of('COUNT'), of('PERCENT')]).map((group) => group.length)).toEqual([2, 1]);
  });
});
