import { describe, expect, test } from 'vitest';
import type { Rule } from './grammar.ts';
import { standingOf, type DayCount } from './standing.ts';

const words = { en: 'x', zh: 'x' };
const rule = (given: Partial<Rule>): Rule => ({
  id: 'rule',
  title: words,
  description: words,
  counts: 'orders',
  day: 'ordered',
  windowDays: 10,
  defects: ['chargeback'],
  leaveOut: [],
  only: [],
  target: { below: 0.01 },
  minSample: 30,
  knownAfterDays: 0,
  effectiveFrom: '2020-01-01',
  ...given,
});

/** Ten days to 10 March of `whole` rows each, with the defects of each day. */
const days = (whole: number, defects: readonly number[]): DayCount[] =>
  defects.map((count, nth) => ({
    day: `2026-03-${String(nth + 1).padStart(2, '0')}`,
    whole,
    defects: count,
    points: 0,
    squares: 0,
  }));
const ON = '2026-03-10';

describe('headroom', () => {
  test('below 1 % of 1,000: nine are kept, ten are not, so with three there is room for six more', () => {
    const standing = standingOf(rule({}), days(100, [1, 0, 0, 0, 1, 0, 0, 0, 0, 1]), ON);
    expect(standing).toMatchObject({ value: 0.003, numerator: 3, denominator: 1000, headroom: 6, status: 'KEPT' });
  });

  test('at most 1 % allows the tenth', () => {
    const counts = days(100, [0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);
    expect(standingOf(rule({ target: { atMost: 0.01 } }), counts, ON)).toMatchObject({
      headroom: 0,
      status: 'AT_RISK',
    });
    expect(standingOf(rule({ target: { below: 0.01 } }), counts, ON)).toMatchObject({ headroom: -1, status: 'BROKEN' });
  });

  test('of a rule that says how many must be good is counted in the bad ones: above 95 % of 1,000 leaves 49', () => {
    const standing = standingOf(rule({ target: { above: 0.95 } }), days(100, [0, 0, 0, 0, 0, 0, 0, 0, 0, 40]), ON);
    expect(standing).toMatchObject({ numerator: 960, headroom: 9, status: 'AT_RISK' });
    expect(standing.value).toBeCloseTo(0.96, 12);
  });

  test('of a mean of scores is how many scores of 1 it bears: 100 scores of mean 4.6 and a bound of 4.5 bear two', () => {
    const scores = [{ day: ON, whole: 100, defects: 5, points: 460, squares: 2180 }];
    const standing = standingOf(rule({ counts: 'scores', defects: [], target: { atLeast: 4.5 } }), scores, ON);
    // (460 + 2) / 102 = 4.529; (460 + 3) / 103 = 4.495
    expect(standing).toMatchObject({ value: 4.6, headroom: 2 });
  });
});

describe('a broken rule', () => {
  const broken = standingOf(rule({}), days(100, [8, 0, 0, 2, 0, 0, 0, 0, 0, 4]), ON);

  test('says how many must go and how many rows without a defect would mend it', () => {
    // 14 of 1,000; below 1 % needs more than 1,400 rows.
    expect(broken).toMatchObject({ status: 'BROKEN', headroom: -5, cleanNeeded: 401 });
  });

  test('is kept again when the old defects have left, if none is added and rows come as usual', () => {
    // 1 March leaves on the 11th: 6 of 900 and a usual 100.
    expect(broken.backOn).toBe('2026-03-11');
    expect(broken.ageing[0]).toMatchObject({
      day: '2026-03-11',
      defectsLeaving: 8,
      rowsLeaving: 100,
      defectsLeft: 6,
      rowsLeft: 900,
    });
    expect(broken.ageing[0]!.value).toBeCloseTo(0.006, 12);
    expect(broken.ageing[3]).toMatchObject({ day: '2026-03-14', defectsLeaving: 2, defectsLeft: 4 });
    expect(broken.ageing.at(-1)).toMatchObject({ day: '2026-03-20', defectsLeft: 0, rowsLeft: 0, value: 0 });
  });
});

test('fewer rows with the same defects may break what is kept', () => {
  const counts = days(100, [0, 0, 0, 0, 0, 0, 0, 0, 0, 9]);
  expect(standingOf(rule({}), counts, ON, { defects: 0, rowsPercent: -20 })).toMatchObject({
    status: 'AT_RISK',
    whatIf: { denominator: 800, numerator: 9, value: 0.01125, status: 'BROKEN', headroom: -2 },
  });
  expect(standingOf(rule({}), counts, ON, { defects: -9, rowsPercent: 0 }).whatIf).toMatchObject({
    value: 0,
    status: 'KEPT',
  });
});

test('days outside the window do not count', () => {
  const counts = [
    { day: '2026-02-28', whole: 500, defects: 500, points: 0, squares: 0 },
    ...days(100, Array(10).fill(0)),
  ];
  expect(standingOf(rule({}), counts, ON)).toMatchObject({ from: '2026-03-01', to: ON, denominator: 1000, defects: 0 });
});

test('too few rows are not judged, and nothing is nothing', () => {
  expect(standingOf(rule({}), [{ day: ON, whole: 5, defects: 5, points: 0, squares: 0 }], ON).status).toBe('TOO_FEW');
  expect(standingOf(rule({}), [], ON)).toMatchObject({ status: 'NOTHING', value: null, headroom: null });
});

test('rows whose defects may still come are counted apart', () => {
  expect(standingOf(rule({ knownAfterDays: 3 }), days(100, Array(10).fill(0)), ON).young).toBe(300);
});
