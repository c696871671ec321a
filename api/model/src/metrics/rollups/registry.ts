import { orderPairs, orderTriples, repurchaseGaps } from './customers.ts';
import { chainDays } from './chain-days.ts';
import { firstDays, gapMonths } from './first-days.ts';
import { customerCohorts, orderDepths } from './cohorts.ts';
import { furtherDaily, ordersDaily, promisesDaily } from './daily.ts';
import { histograms } from './histograms.ts';
import type { Rollup } from './rollup.ts';

/** Grouping that costs: made beside the first load of a shop. */
export const promptDaily: readonly Rollup[] = [ordersDaily, promisesDaily];
export const chains: readonly Rollup[] = [orderPairs, orderTriples, repurchaseGaps, chainDays, firstDays, gapMonths];
/** Kept by every publish. What adds up others stands behind them. */
export const prompt: readonly Rollup[] = [...promptDaily, ...chains];
/** Kept by a publish that changes few customers; where it changes many, made anew after it. */
export const later: readonly Rollup[] = [...furtherDaily, customerCohorts, orderDepths, ...histograms];
export const rollups: readonly Rollup[] = [...prompt, ...later];
