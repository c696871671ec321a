/** What a definition comes to over some rows: a number, out of another where it is a quotient. */
export interface Sums {
  numerator: number;
  /** null: a plain count or sum. */
  denominator: number | null;
}

export const valueOf = ({ numerator, denominator }: Sums): number | null => {
  if (denominator === null) return numerator;
  return denominator === 0 ? null : numerator / denominator;
};

export interface Split {
  /** The later definition's value minus the earlier one's. */
  difference: number;
  /** Of it, what the same rows come to differently. */
  definition: number;
  /** Of it, what rows bring that only one of the definitions looks at. The two sum to the difference. */
  rows: number;
}

/** Splits the difference of two definitions; null where one of them has no value, or no row is looked at by both. */
export function splitDifference(all: readonly [Sums, Sums], same: readonly [Sums, Sums]): Split | null {
  const [before, after] = all.map(valueOf);
  const [sameBefore, sameAfter] = same.map(valueOf);
  if (before == null || after == null || sameBefore == null || sameAfter == null) return null;
  const difference = after - before;
  const definition = sameAfter - sameBefore;
  return { difference, definition, rows: difference - definition };
}

export interface Change {
  /** Of the figure that was in force in each bucket, since the bucket before. */
  total: number;
  /** Of it, what happened: under the definition of the bucket before. */
  customers: number;
  /** Of it, what came of the definition being another one. */
  definition: number;
}

/** The change of the figure in force from one bucket to the next; null where one of the values it takes is missing. */
export function changeInForce(
  previous: { before: number | null; after: number | null; isAfter: boolean },
  now: { before: number | null; after: number | null; isAfter: boolean },
): Change | null {
  const was = previous.isAfter ? previous.after : previous.before;
  const alike = previous.isAfter ? now.after : now.before;
  const is = now.isAfter ? now.after : now.before;
  if (was === null || alike === null || is === null) return null;
  return { total: is - was, customers: alike - was, definition: is - was - (alike - was) };
}
