import { assertFewMonths } from '@rapport/model/metrics';
import type { CohortRetentionArgs, SurvivalArgs } from './cohort.args.ts';

const MONTH = 30 * 86_400_000;
/** Cells and steps come ready from one statement: twenty of them weigh as much as one object that is read row by row. */
const VALUES_A_PIECE = 20;
/** So many that it is worth counting them; fewer are never too many. */
const MANY = 900;

export function priceOfRetention(args: Record<string, unknown>): number {
  const { period, months } = args as unknown as CohortRetentionArgs;
  const cohorts = Math.max(1, Math.ceil((Date.parse(period.to) - Date.parse(period.from)) / MONTH) + 1);
  if (cohorts > MANY) assertFewMonths(period);
  return 2 + (cohorts * (months ?? 1)) / VALUES_A_PIECE;
}

export function priceOfSurvival(args: Record<string, unknown>): number {
  const { days, by, limit } = args as unknown as SurvivalArgs;
  return 2 + ((by ? (limit ?? 10) : 1) * (days ?? 1)) / VALUES_A_PIECE;
}
