import { describe, expect, it } from 'vitest';
import { declarations, metricById, type Metric } from '../catalogue.ts';
import { checkCatalogue, MetricDeclarationError } from '../check.ts';
import { MetricRequestError } from '../errors.ts';
import { readRequest } from '../planner/request.ts';
import { changeInForce, splitDifference, type Sums } from './split.ts';
import { metricAt, versionsOf } from './versions.ts';

const refundRate = metricById('REFUND_RATE') as Metric;
const period = { from: '2026-01-01', to: '2026-03-31' };

describe('versions of a definition', () => {
  it('follow each other without a gap, the one in force last', () => {
    expect(versionsOf(refundRate).map(({ version, since, until }) => [version, since, until])).toEqual([
      [1, '2026-01-01', '2026-07-01'],
      [2, '2026-07-01', null],
    ]);
    for (const metric of declarations) expect(versionsOf(metric).at(-1)?.version).toBe(metric.version);
  });
  it('are asked for by number, the one in force without', () => {
    const [old] = readRequest({ metrics: ['REFUND_RATE'], period, version: 1 }).metrics;
    expect(old).toMatchObject({ id: 'REFUND_RATE', version: 1, since: '2026-01-01', unit: refundRate.unit });
    expect(old).toBe(metricAt(refundRate, 1));
    expect(readRequest({ metrics: ['REFUND_RATE'], period }).metrics[0]).toBe(refundRate);
    expect(readRequest({ metrics: ['REFUND_RATE'], period, version: 2 }).metrics[0]).toBe(refundRate);
  });
  it.each([0, 3, -1])('have no %i: the refusal says which there are', (version) => {
    const asked = () => readRequest({ metrics: ['REFUND_RATE'], period, version });
    expect(asked).toThrow(MetricRequestError);
    expect(asked).toThrow(/1 \(2026-01-01\).*2 \(2026-07-01\)/);
  });
  it('that leave a gap, go back in time or compute otherwise are refused when the process starts', () => {
    const [first] = refundRate.earlier ?? [];
    const broken = (earlier: unknown[]) => () => checkCatalogue([{ ...refundRate, earlier } as Metric]);
    expect(broken([first])).not.toThrow();
    expect(broken([{ ...first, version: 2 }])).toThrow(MetricDeclarationError);
    expect(broken([{ ...first, since: '2026-08-01' }])).toThrow(/since/);
    expect(broken([{ ...first, kind: 'count', count: 'every row' }])).toThrow(/earlier\.kind/);
    expect(broken([{ ...first, replaced: { en: 'why', zh: 'why' } }])).toThrow(/both languages/);
  });
});

describe('the difference of two versions', () => {
  const of = (numerator: number, denominator: number): Sums => ({ numerator, denominator });
  it('is what the same rows come to differently, and what other rows bring', () => {
    // Before: 30 of 100. After: 45 of 120, of which 80 rows are the same: 20 of them counted before, 25 now.
    const split = splitDifference([of(30, 100), of(45, 120)], [of(20, 80), of(25, 80)]);
    expect(split?.difference).toBeCloseTo(0.075, 12);
    expect(split?.definition).toBeCloseTo(0.0625, 12);
    expect(split?.rows).toBeCloseTo(0.0125, 12);
  });
  it('sums exactly, whatever the numbers', () => {
    let state = 7;
    const next = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most;
    for (let trial = 0; trial < 500; trial += 1) {
      const wholes = [1 + next(900), 1 + next(900)] as const;
      const same = 1 + next(Math.min(...wholes));
      const split = splitDifference(
        [of(next(wholes[0] + 1), wholes[0]), of(next(wholes[1] + 1), wholes[1])],
        [of(next(same + 1), same), of(next(same + 1), same)],
      );
      expect((split?.definition ?? 0) + (split?.rows ?? 0)).toBeCloseTo(split?.difference ?? Number.NaN, 14);
    }
  });
  it('is not told where a version has no value or no row is the same', () => {
    expect(splitDifference([of(0, 0), of(1, 2)], [of(0, 0), of(0, 0)])).toBeNull();
    expect(splitDifference([of(1, 2), of(1, 2)], [of(0, 0), of(0, 0)])).toBeNull();
  });
  it('is taken out of a jump of the figure in force', () => {
    const june = { before: 0.1, after: 0.07, isAfter: false };
    const july = { before: 0.11, after: 0.08, isAfter: true };
    const change = changeInForce(june, july);
    expect(change?.total).toBeCloseTo(-0.02, 12);
    expect(change?.customers).toBeCloseTo(0.01, 12);
    expect(change?.definition).toBeCloseTo(-0.03, 12);
    const august = changeInForce(july, { before: 0.2, after: 0.09, isAfter: true });
    expect(august?.definition).toBe(0);
    expect(august?.customers).toBeCloseTo(0.01, 12);
  });
});
