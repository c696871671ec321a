import { describe, expect, it } from 'vitest';

import { conditionsFor, joined, partsOf } from './conditions.ts';
import type { MetricAnswer } from './types.ts';

const page = {
  shop: 'demo',
  regions: ['SP'],
  cuts: [{ dimension: 'CARRIER', values: ['HF', 'SY'] }],
};
const dimensions: Record<string, string[]> = {
  PARCELS: ['SHOP', 'REGION', 'CARRIER'],
  ORDERS: ['SHOP', 'REGION'],
  MENTIONS: ['SHOP'],
};
const carried = (metric: string) => dimensions[metric];

describe('the filters of a page', () => {
  it('hold for a figure as far as it carries their dimensions', () => {
    const [shop, region, carrier] = [
      { dimension: 'SHOP', in: ['demo'] },
      { dimension: 'REGION', in: ['SP'] },
      { dimension: 'CARRIER', in: ['HF', 'SY'] },
    ];
    expect(conditionsFor(page, ['PARCELS'], carried)).toEqual([shop, region, carrier]);
    expect(conditionsFor(page, ['PARCELS', 'ORDERS'], carried)).toEqual([shop, region]);
    expect(conditionsFor(page, ['MENTIONS'], carried)).toEqual([shop]);
  });

  it('leave a dimension alone that is kept apart: its slices stand beside each other', () => {
    expect(conditionsFor(page, ['PARCELS'], carried, ['CARRIER']).map(({ dimension }) => dimension)).toEqual([
      'SHOP',
      'REGION',
    ]);
  });

  it('ask figures apart that carry other dimensions, and join the answers in the order asked', () => {
    const parts = partsOf(page, ['PARCELS', 'MENTIONS', 'PARCELS_LATE'], (metric) =>
      carried(metric.split('_')[0] ?? ''),
    );
    expect(parts.map(({ metrics }) => metrics)).toEqual([['PARCELS', 'PARCELS_LATE'], ['MENTIONS']]);
    const answer = (...ids: string[]) =>
      ({
        series: ids.map((id) => ({ metric: { id } })),
        explain: ids,
        truncatedSeries: ids.length,
      }) as unknown as MetricAnswer;
    const whole = joined(
      [answer('PARCELS', 'PARCELS_LATE'), answer('MENTIONS')],
      ['PARCELS', 'MENTIONS', 'PARCELS_LATE'],
    );
    expect(whole.series.map(({ metric }) => metric.id)).toEqual(['PARCELS', 'MENTIONS', 'PARCELS_LATE']);
    expect(whole.truncatedSeries).toBe(2);
  });
});
