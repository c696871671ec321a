import { describe, expect, it } from 'vitest';
import { answerContribution, type ContributionCut, type ContributionRequest } from '@rapport/model/metrics';
import { testDatabase } from '../testkit/index.ts';
import { shop } from '../testkit/shop.ts';

const total = (cut: ContributionCut): number =>
  cut.slices.reduce((sum, { contribution }) => sum + contribution, cut.rest.contribution);

describe('every slice better, the whole worse', () => {
  it('is told as mix', async () => {
    const own = await testDatabase();
    try {
      const made = shop({ code: 'simpson' });
      const place = (month: string, region: string, delivered: number, all: number) =>
        Array.from({ length: all }, (_, index) =>
          made.customer(`${month} ${region} ${index}`).ordered(`${month} ${region} ${index}`, `${month}-10 10:00`, {
            region,
            status: index < delivered ? 'delivered' : 'canceled',
          }),
        );
      // Near: 90 of 100, then 19 of 20. Far: 10 of 20, then 60 of 100. The whole: 100 of 120, then 79 of 120.
      place('2024-01', 'near', 90, 100);
      place('2024-01', 'far', 10, 20);
      place('2024-02', 'near', 19, 20);
      place('2024-02', 'far', 60, 100);
      made.customer('later').ordered('later', '2024-12-01 10:00'); // so that outcomes of February are known
      await made.load(own.pool);
      const request = {
        metric: 'DELIVERED_RATE',
        period: { from: '2024-02-01', to: '2024-02-29' },
        by: ['REGION'],
      } satisfies ContributionRequest;
      const answer = await answerContribution(own.pool, request, { role: 'analyst' });
      const [cut] = answer.cuts;
      expect(answer.change).toBeCloseTo(79 / 120 - 100 / 120, 10);
      expect(cut?.rate).toBeCloseTo(0.075, 10);
      expect(cut?.mix).toBeCloseTo(-0.25, 10);
      const far = cut?.slices.find(({ key }) => key[0]?.value === 'far');
      const near = cut?.slices.find(({ key }) => key[0]?.value === 'near');
      expect(far).toMatchObject({
        value: 0.6,
        before: 0.5,
        rate: expect.closeTo(0.05, 10),
        weight: 100 / 120,
        weightBefore: 20 / 120,
        significant: false, // 20 orders were few: its rate may have risen by twice as much
        verdict: 'NOISE',
      });
      expect(near).toMatchObject({
        value: 0.95,
        before: 0.9,
        rate: expect.closeTo(0.025, 10),
        mix: expect.closeTo((-80 / 120) * (0.925 - 179 / 240), 10),
      });
      expect(cut && total(cut)).toBe(answer.change);
    } finally {
      await own.drop();
    }
  });
});

describe('few customers', () => {
  it('point at nobody for an executive: a small slice and the next are in the rest, in either period', async () => {
    const own = await testDatabase();
    try {
      const made = shop({ code: 'few' });
      const place = (month: string, region: string, all: number) =>
        Array.from({ length: all }, (_, index) =>
          made
            .customer(`${month} ${region} ${index}`)
            .ordered(`${month} ${region} ${index}`, `${month}-10 10:00`, { region }),
        );
      place('2024-01', 'big', 60);
      place('2024-02', 'big', 90);
      place('2024-01', 'middle', 20);
      place('2024-02', 'middle', 12);
      place('2024-01', 'tiny', 3);
      place('2024-02', 'tiny', 40);
      await made.load(own.pool);
      const request = {
        metric: 'ORDERS',
        period: { from: '2024-02-01', to: '2024-02-29' },
        by: ['REGION'],
      } satisfies ContributionRequest;
      const all = await answerContribution(own.pool, request, { role: 'analyst' });
      expect(all.cuts[0]?.slices.map(({ key, contribution }) => [key[0]?.value, contribution])).toEqual([
        ['tiny', 37],
        ['big', 30],
        ['middle', -8],
      ]);
      const shown = await answerContribution(own.pool, request, { role: 'executive' });
      expect(shown.cuts[0]?.slices.map(({ key }) => key[0]?.value)).toEqual(['big']);
      expect(shown.cuts[0]?.rest).toMatchObject({ slices: 2, tooFew: 2, contribution: 29 });
      const none = await answerContribution(
        own.pool,
        { ...request, where: [{ dimension: 'REGION', in: ['tiny'] }] },
        { role: 'executive' },
      );
      expect(none).toMatchObject({ suppressed: true, value: null, before: null, change: null, cuts: [] });
    } finally {
      await own.drop();
    }
  });
});
