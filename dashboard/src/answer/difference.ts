interface Estimate {
  value?: number | null;
  interval?: { low: number; high: number } | null;
}

export interface Difference {
  value: number;
  low: number;
  high: number;
  /** The interval leaves out zero: the two can be told apart. */
  significant: boolean;
}

/**
 * The difference a − b with the interval that follows from the two intervals (MOVER; for Wilson intervals of two shares it
 * is Newcombe's). Null where either side has no value or no interval: then nothing can be said.
 */
export function difference(a: Estimate | undefined, b: Estimate | undefined): Difference | null {
  if (!a || !b || a.value == null || b.value == null || !a.interval || !b.interval) return null;
  const value = a.value - b.value;
  const low = value - Math.hypot(a.value - a.interval.low, b.interval.high - b.value);
  const high = value + Math.hypot(a.interval.high - a.value, b.value - b.interval.low);
  return { value, low, high, significant: low > 0 || high < 0 };
}
