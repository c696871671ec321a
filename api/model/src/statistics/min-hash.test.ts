import { describe, expect, it } from 'vitest';
import { minHash, shinglesOf, sketchOf } from './min-hash.ts';

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `s${from + index}`);
const agreeing = (a: readonly number[], b: readonly number[]): number =>
  a.filter((hash, index) => hash === b[index]).length;

describe('min-wise hashing', () => {
  // Two sets of 75 with 50 in common: 50 of 100 different members, so half of the rows agree (Broder 1997, theorem 1).
  it('agrees in as many rows as the sets are alike', () => {
    const rows = 2_000;
    const share = agreeing(minHash(numbers(0, 75), rows), minHash(numbers(25, 100), rows)) / rows;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.04);
  });

  it('keeps near duplicates together and others apart', () => {
    const praise = '质量超级好强烈推荐大家放心买';
    const shared = (a: string, b: string) => agreeing(sketchOf(shinglesOf(a)), sketchOf(shinglesOf(b)));
    expect(shared(praise, praise)).toBe(4);
    expect(shared(praise, '说好三天到等了一个多星期')).toBe(0);
  });

  it('finds bands in common as often as the formula says', () => {
    const together = Array.from({ length: 400 }, (_, trial) => {
      const common = Array.from({ length: 18 }, (_unused, index) => `${trial}-${index}`);
      return agreeing(sketchOf([...common, `${trial}a`]), sketchOf([...common, `${trial}b`])) >= 2;
    }).filter(Boolean).length;
    expect(Math.abs(together / 400 - 0.94)).toBeLessThan(0.05); // alike in 18 of 20: p = 0.9³; P(≥ 2 of 4 bands) = 0.937
  });

  it('of nothing is nothing; a short text is its own shingle', () => {
    expect(sketchOf([])).toEqual([]);
    expect(shinglesOf('')).toEqual([]);
    expect(shinglesOf('好评')).toEqual(['好评']);
    expect(shinglesOf('abcab', 3)).toEqual(['abc', 'bca', 'cab']);
  });
});
