import { Z95 } from './normal.ts';
import { t95 } from './student.ts';

/** The 80 % point of the normal distribution: the usual power (Cohen 1988). */
const Z80 = 0.841_621_233_572_914_2;

export interface Spread {
  /** Standard error squared that more rows of the same groups make smaller. */
  samplingVariance: number;
  /** The whole standard error squared. */
  variance: number;
  degreesOfFreedom: number;
}

const reach = (freedom: number): number => (freedom > 0 ? t95(freedom) : Z95) + Z80;

/** The smallest true effect that would be told from chance in 80 of 100 such studies, two-sided at 5 % (Bloom, Evaluation Review 19, 1995). */
export const smallestDetectable = ({ variance, degreesOfFreedom }: Spread): number =>
  reach(degreesOfFreedom) * Math.sqrt(variance);

/**
 * How many times the rows of now are needed to tell an effect of this size from chance in 80 of 100 studies. Null where no number of
 * rows is enough, because the groups differ among themselves by more than that: more groups are needed, not more rows.
 */
export function rowsNeededTimes(
  effect: number,
  { samplingVariance, variance, degreesOfFreedom }: Spread,
): number | null {
  const allowed = (Math.abs(effect) / reach(degreesOfFreedom)) ** 2;
  const fixed = Math.max(0, variance - samplingVariance);
  return allowed > fixed ? samplingVariance / (allowed - fixed) : null;
}
