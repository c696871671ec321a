import type { Estimate } from './estimates.ts';
import type { Counterfactual } from './truth.ts';

/** Within its sampling error of the truth (95 of 100 samples), and far from chance: `as planted`, else what is wrong. */
export function verdict({ effect, error, rows }: Estimate, truth: number): string {
  const told = `${effect.toFixed(4)} ± ${error.toFixed(4)} from ${rows} rows, planted ${truth.toFixed(4)}`;
  if (!(Math.abs(effect) / error >= 4)) return `not told from chance: ${told}`;
  return Math.abs(effect - truth) / error <= 1.96 ? 'as planted' : `not what was planted: ${told}`;
}

/** What the planted effect added for each row it could reach. */
export const gained = ({ observed, without }: Counterfactual): number => (observed[0] - without[0]) / observed[1];
