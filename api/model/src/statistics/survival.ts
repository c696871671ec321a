import type { Interval } from './interval.ts';
import { Z95 } from './normal.ts';

/**
 * Interval of a share that is back, 1 − S, by Greenwood's variance on the scale log(−log S), where it stays within 0 and 1 (Kalbfleisch,
 * Prentice 1980). `spread`: Greenwood's sum, the variance of S divided by S². None where nobody is back yet, or everybody.
 */
export function logLog(back: number, spread: number): Interval | null {
  const staying = 1 - back;
  if (staying <= 0 || staying >= 1) return null;
  const reach = Math.exp((Z95 * Math.sqrt(spread)) / Math.abs(Math.log(staying)));
  return { low: 1 - staying ** (1 / reach), high: 1 - staying ** reach, method: 'log-log' };
}
