import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aliveProbability, expectedNext, fitBgNbd, fitGammaGamma } from '@rapport/model/statistics';
import { realData } from '../testkit/index.ts';

/**
 * The CDNOW sample (one in ten of the customers who first bought in the first quarter of 1997): published estimates of BG/NBD by Fader,
 * Hardie, Lee, Marketing Science 24 (2005), table 2 (2,357 customers, weeks, calibration to 30 September 1997, a purchase is a day), and of
 * Gamma-Gamma by Fader, Hardie, note 025 (2013): its 946 customers with a repeat purchase there, the mean of their repeat purchases alone.
 */
const folder = realData('cdnow');
const dayOf = (text: string) => Date.UTC(+text.slice(0, 4), +text.slice(4, 6) - 1, +text.slice(6, 8)) / 86_400_000;
const END = dayOf('19970930');

function customersOf(directory: string) {
  const spent = new Map<string, Map<number, number>>();
  for (const line of readFileSync(join(directory, 'CDNOW_sample.txt'), 'utf8').split('\n')) {
    const [, id, on, , dollars] = line.trim().split(/\s+/);
    if (!id || !on || dayOf(on) > END) continue;
    const days = spent.get(id) ?? new Map<number, number>();
    days.set(dayOf(on), (days.get(dayOf(on)) ?? 0) + Number(dollars));
    spent.set(id, days);
  }
  return [...spent.values()].map((days) => {
    const [first = 0, ...later] = [...days.keys()].toSorted((a, b) => a - b);
    const sum = later.reduce((total, day) => total + (days.get(day) ?? 0), 0);
    const repeats = later.length;
    return { repeats, last: ((later.at(-1) ?? first) - first) / 7, age: (END - first) / 7, mean: sum / repeats };
  });
}

const few = (value: number | undefined, digits: number): number => Number((value ?? NaN).toFixed(digits));

it.skipIf(folder === null)(
  `BG/NBD and Gamma-Gamma have the published estimates${folder === null ? ' (skipped: no real data)' : ''}`,
  () => {
    const customers = customersOf(folder ?? '');
    const buying = fitBgNbd(customers.map((customer) => ({ ...customer, customers: 1 })));
    expect(customers).toHaveLength(2357);
    expect([buying?.r, buying?.alpha, buying?.a, buying?.b].map((each) => few(each, 3))).toEqual([
      0.243, 4.414, 0.793, 2.426,
    ]);
    expect(few(buying?.logLikelihood, 1)).toBe(-9582.4);

    const back = customers.filter(({ repeats }) => repeats > 0);
    const worth = fitGammaGamma(back.map(({ repeats, mean }) => ({ purchases: repeats, mean, customers: 1 })));
    expect(back).toHaveLength(946);
    expect([worth?.p, worth?.q, worth?.gamma].map((each) => few(each, 2))).toEqual([6.25, 3.74, 15.44]);
    expect(few(worth?.logLikelihood, 1)).toBe(-4055.9);

    if (!buying) throw new Error('BG/NBD has no fit.');
    const ada = { repeats: 2, last: 30.43, age: 38.86 };
    expect(few(expectedNext(buying, ada, 39), 3)).toBe(1.226);
    expect(few(aliveProbability(buying, ada), 2)).toBe(0.73);
  },
);
