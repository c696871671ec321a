import { describe, expect, it } from 'vitest';
import { logOddsDirichlet } from './log-odds.ts';

/**
 * Worked by hand from the paper's equations. Three words; these: late 6, box 2, good 2 (n = 10); those: late 2, box 8, good 10
 * (n = 20); both are the background, 30 words; the prior holds 3 of them: late 0.8, box 1.0, good 1.2.
 *   late: ln(6.8 / 6.2) − ln(2.8 / 20.2) = 0.092373 + 1.976064 = 2.068437; error √(1/6.8 + 1/2.8) = 0.710072; z = 2.912997
 *   box:  ln(3 / 10) − ln(9 / 14) = −1.203973 + 0.441833 = −0.762140; error √(1/3 + 1/9) = 0.666667; z = −1.143210
 *   good: ln(3.2 / 9.8) − ln(11.2 / 11.8) = −1.119232 + 0.052186 = −1.067046; error √(1/3.2 + 1/11.2) = 0.633866; z = −1.683393
 */
const table = [
  { word: 'late', these: 6, those: 2 },
  { word: 'box', these: 2, those: 8 },
  { word: 'good', these: 2, those: 10 },
];
const worked = [
  ['late', 2.068437, 2.912997],
  ['box', -0.76214, -1.14321],
  ['good', -1.067046, -1.683393],
] as const;

describe('log-odds with an informative Dirichlet prior', () => {
  it('equal the hand-worked table', () => {
    const odds = logOddsDirichlet(table, {}, 3);
    worked.forEach(([word, logOdds, z], index) => {
      expect(odds[index]?.word).toBe(word);
      expect(odds[index]?.logOdds).toBeCloseTo(logOdds, 5);
      expect(odds[index]?.z).toBeCloseTo(z, 4);
    });
  });

  it('of words used alike are nothing, whatever the sizes', () => {
    const odds = logOddsDirichlet([
      { word: 'a', these: 10, those: 1000 },
      { word: 'b', these: 90, those: 9000 },
    ]);
    for (const { z } of odds) expect(z).toBeCloseTo(0, 10);
  });

  it('turn round when the bodies are exchanged', () => {
    const turned = logOddsDirichlet(table.map(({ word, these, those }) => ({ word, these: those, those: these })));
    logOddsDirichlet(table).forEach(({ z }, index) => expect(turned[index]?.z).toBeCloseTo(-z, 10));
  });

  it('a word seen once says less than one seen often in the same proportion', () => {
    const odds = logOddsDirichlet([
      { word: 'once', these: 1, those: 0 },
      { word: 'often', these: 50, those: 0 },
      { word: 'else', these: 949, those: 1000 },
    ]);
    expect(odds[0]?.z).toBeLessThan(1.96);
    expect(odds[1]?.z).toBeGreaterThan(1.96);
  });

  it('a larger background than the two bodies decides what is usual', () => {
    const [word] = logOddsDirichlet([{ word: 'the', these: 9, those: 5, background: 9000 }], {
      these: 100,
      those: 100,
      background: 100_000,
    });
    expect(word?.logOdds).toBeGreaterThan(0);
    expect(word?.z).toBeLessThan(1);
  });

  it('empty bodies and words of which nothing is known have no odds', () => {
    expect(logOddsDirichlet([])).toEqual([]);
    expect(logOddsDirichlet([{ word: 'new', these: 3, those: 0, background: 0 }], { background: 50 })).toEqual([]);
    expect(logOddsDirichlet([{ word: 'only', these: 3, those: 1 }])[0]?.logOdds).toBe(0);
  });
});
