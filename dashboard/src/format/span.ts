import type { Unit } from './unit.ts';

const A_DAY: Partial<Record<Unit, number>> = { HOURS: 24, MINUTES: 1_440, SECONDS: 86_400 };
const LONGEST_IN_HOURS = 2; // days

interface Spanned {
  unit: Unit;
  decimals?: number | null;
}

/** How many of its unit make one of the unit it is read in: of hours 24 beyond two days, else 1. */
export function readingStep(value: number, { unit }: Spanned): number {
  const day = A_DAY[unit];
  return day !== undefined && Math.abs(value) > LONGEST_IN_HOURS * day ? day : 1;
}

export const inSteps = <M extends Spanned>(measure: M, step: number): M =>
  step === 1 ? measure : { ...measure, unit: 'DAYS', decimals: 1 };

/** A span of more than 48 hours is read in days: 135.2 hours are 5.6 days. */
export function asRead<M extends Spanned>(value: number, measure: M): { value: number; measure: M } {
  const step = readingStep(value, measure);
  return { value: value / step, measure: inSteps(measure, step) };
}
