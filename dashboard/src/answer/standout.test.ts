import { describe, expect, it } from 'vitest';

import { answer, around, point, series } from './answer.seed.ts';
import { answerDelivery } from './delivery.ts';
import { answerRepurchase } from './repurchase.ts';
import { answerService } from './service.ts';
import { standout, widening } from './standout.ts';

describe('what stands out', () => {
  it('needs a wider interval the more it was picked from', () => {
    // Bonferroni: the two-sided normal quantiles at 0.05, 0.05/20 and 0.05/200 are 1.960, 3.023 and 3.662.
    expect(widening(1)).toBe(1);
    expect(widening(20) * 1.96).toBeCloseTo(3.02, 1);
    expect(widening(200) * 1.96).toBeCloseTo(3.66, 1);
  });

  const points = (values: number[], half: number) =>
    values.map((value) => point(value, { interval: around(value, half) }));
  const of = (values: number[], half: number, side: 'highest' | 'lowest') =>
    standout(points(values, half), (each) => each, 0.9, side);

  it('is the furthest on its side, apart or not', () => {
    expect(of([0.7, 0.9, 0.95, 0.91], 0.05, 'lowest')).toMatchObject({ many: 4, apart: true, point: { value: 0.7 } });
    expect(of([0.84, 0.9, 0.95, 0.91], 0.05, 'lowest')).toMatchObject({ apart: false });
    expect(of([0.84, 0.9, 0.99, 0.91], 0.02, 'highest')).toMatchObject({ apart: true, point: { value: 0.99 } });
  });

  it('is nothing where too few can be rated', () => {
    expect(of([0.1, 0.9], 0.01, 'lowest')).toBeNull();
    const young = [0.1, 0.2, 0.3].map((value) => point(value, { mature: false, interval: around(value, 0.01) }));
    expect(standout(young, (each) => each, 0.9, 'lowest')).toBeNull();
  });
});

const LANE = 'PARCEL_ON_TIME_RATE';
const lane = (carrier: string, region: string, value: number, half = 0.02) =>
  series(LANE, [point(value, { sample: 210, interval: around(value, half) })], {
    key: [
      { dimension: 'CARRIER', value: carrier, label: { en: carrier, zh: carrier } },
      { dimension: 'REGION', value: region, label: { en: region, zh: region } },
    ],
  });

describe('delivery names the lane that breaks promises', () => {
  const rest = (lowest: number, lang: 'en' | 'zh') =>
    answerDelivery(
      {
        totals: answer([series(LANE, [point(0.94)])]),
        scores: undefined,
        lanes: answer([lane('Hefeng', 'XJ', lowest), lane('Hefeng', 'ZJ', 0.94), lane('Yunfan', 'ZJ', 0.95)]),
      },
      lang,
    ).rest;

  it('where it lies apart', () => {
    expect(rest(0.7, 'en')).toBe('Promises break on Hefeng × XJ: 70.0% of 210 parcels on time, of all 94.0%.');
    expect(rest(0.7, 'zh')).toBe('失约集中在Hefeng × XJ：210 件中准时 70.0%，整体 94.0%。');
  });
  it('and says so where none does', () => {
    expect(rest(0.93, 'en')).toBe('No carrier in any region stands out from the rest by more than noise.');
    expect(rest(0.93, 'zh')).toBe('没有哪条承运商与地区的线路超出噪声地落后。');
  });
});

describe('repurchase names the cohort that comes back most', () => {
  const WINDOW = 'REPURCHASE_RATE_90D';
  const cohort = (month: number, value: number) => {
    const bucket = `2026-0${month}-01`;
    return point(value, { bucket, bucketEnd: bucket, sample: 400, interval: around(value, 0.02) });
  };
  const rest = (best: number, lang: 'en' | 'zh') =>
    answerRepurchase(
      {
        totals: answer([series(WINDOW, [point(0.2)])]),
        byLate: undefined,
        cohorts: answer([
          series(
            WINDOW,
            [1, 2, 3, 4, 5, 6].map((month) => cohort(month, month === 3 ? best : 0.2)),
          ),
        ]),
      },
      lang,
    ).rest;

  it('where it lies apart', () => {
    expect(rest(0.3, 'en')).toContain('Best are those of Mar 2026: 30.00% of 400 come back within 90 days.');
    expect(rest(0.3, 'zh')).toContain('最好的是2026年3月首购的 400 位：90 天内复购 30.00%。');
  });
  it('and says so where none does', () => {
    expect(rest(0.21, 'en')).toContain('None of 6 cohorts stands out from the others.');
    expect(rest(0.21, 'zh')).toContain('6 批顾客中没有哪一批明显更好。');
  });
});

describe('service says what the bot does', () => {
  const BOT = 'BOT_CONTAINMENT_RATE';
  const rest = (change: Parameters<typeof point>[1], lang: 'en' | 'zh') =>
    answerService({ totals: answer([series(BOT, [point(0.41, change)])]), byChannel: undefined }, lang).rest;

  it('alone, and nothing where it met too few', () => {
    expect(rest({}, 'en')).toBe('The bot closes 41.0% of what it takes alone.');
    expect(rest({}, 'zh')).toBe('机器人独立解决了其接待的 41.0%。');
    expect(rest({ status: 'TOO_FEW' }, 'en')).toBeNull();
  });
});
