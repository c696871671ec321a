import type { Formatter } from '../../format/index.ts';

const ONE_DECIMAL = { unit: 'COUNT', decimals: 1 } as const;

/** How many were to be expected: a number below one is told as such. */
export const usualText = (expected: number, format: Formatter): string =>
  expected < 1 ? '< 1' : expected < 10 ? format.value(expected, ONE_DECIMAL) : format.count(Math.round(expected));
