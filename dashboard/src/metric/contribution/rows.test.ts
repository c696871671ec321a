import { describe, expect, it } from 'vitest';

import type { Cut, Slice } from './query.ts';
import { contributionRows, measureOfParts, wentAgainst } from './rows.ts';

const slice = (value: string, contribution: number, verdict: Slice['verdict']): Slice => ({
  key: [{ dimension: 'REGION', value, label: { en: value, zh: value } }],
  value: 0.5,
  before: 0.4,
  sample: 100,
  weight: 0.5,
  weightBefore: 0.5,
  contribution,
  mix: contribution / 4,
  rate: (contribution * 3) / 4,
  significant: verdict === 'BETTER' || verdict === 'WORSE',
  verdict,
});
const cut = (slices: Slice[], rest: Partial<Cut['rest']> = {}): Cut => ({
  title: { en: 'Region', zh: '地区' },
  contribution: -0.01,
  mix: -0.03,
  rate: 0.02,
  slices,
  rest: { slices: 0, tooFew: 0, contribution: 0, mix: 0, rate: 0, ...rest },
});

describe('rows of a cut', () => {
  it('share one scale around no change, and keep their order', () => {
    const rows = contributionRows(cut([slice('SP', -0.04, 'WORSE'), slice('RJ', 0.01, 'NOISE')]));
    expect(rows.map(({ key, from, width, tone }) => [key, from, width, tone])).toEqual([
      ['SP', 0, 0.5, 'bad'],
      ['RJ', 0.5, 0.125, 'flat'],
    ]);
  });
  it('end with everything else, where there is anything else', () => {
    const rows = contributionRows(cut([slice('SP', 0.01, 'BETTER')], { slices: 12, contribution: -0.02 }));
    expect(rows.at(-1)).toMatchObject({ key: 'rest', contribution: -0.02, from: 0, width: 0.5, tone: 'flat' });
    expect(contributionRows(cut([slice('SP', 0.01, 'BETTER')]))).toHaveLength(1);
  });
  it('of no change at all have no bars', () => {
    expect(contributionRows(cut([slice('SP', 0, 'NOISE')]))[0]).toMatchObject({ from: 0.5, width: 0 });
  });
});

it('parts of shares have one decimal more, whole things none', () => {
  expect(measureOfParts({ unit: 'PERCENT', decimals: 1 }).decimals).toBe(2);
  expect(measureOfParts({ unit: 'COUNT', decimals: 0 }).decimals).toBe(0);
});

it('knows where the slices went the other way than the whole', () => {
  expect(wentAgainst(cut([]), true)).toBe(true);
  expect(wentAgainst(cut([]), false)).toBe(false);
  expect(wentAgainst({ ...cut([]), mix: -0.005, rate: -0.005 }, true)).toBe(false);
  expect(wentAgainst({ ...cut([]), mix: null, rate: null }, true)).toBe(false);
});
