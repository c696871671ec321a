/** A difference as the files show it, with its standard error. */
export interface Estimate {
  effect: number;
  error: number;
  rows: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function varianceOfMean(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1) / values.length;
}

/** Mean of one group minus mean of another. */
export function difference(one: readonly number[], other: readonly number[]): Estimate {
  return {
    effect: mean(one) - mean(other),
    error: Math.sqrt(varianceOfMean(one) + varianceOfMean(other)),
    rows: one.length + other.length,
  };
}

export interface Observation {
  treated: boolean;
  after: boolean;
  value: number;
}

/** Difference in differences: the change of the treated minus the change of the others. */
export function differenceInDifferences(observations: readonly Observation[]): Estimate {
  const cell = (treated: boolean, after: boolean) =>
    observations.filter((one) => one.treated === treated && one.after === after).map(({ value }) => value);
  const treated = difference(cell(true, true), cell(true, false));
  const others = difference(cell(false, true), cell(false, false));
  return {
    effect: treated.effect - others.effect,
    error: Math.hypot(treated.error, others.error),
    rows: observations.length,
  };
}
