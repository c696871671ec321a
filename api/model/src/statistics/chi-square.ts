import { gammaBelow } from './gamma.ts';

/** The share of a chi-square distribution above `x`: how often chance alone strays so far (Pearson 1900). */
export const chiSquareAbove = (x: number, degreesOfFreedom: number): number =>
  degreesOfFreedom <= 0 ? 1 : 1 - gammaBelow(degreesOfFreedom / 2, x / 2);
