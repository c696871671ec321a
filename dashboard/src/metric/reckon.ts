// What cards make of figures, kept out of components: components draw, this reckons (`components.test.ts` holds them to it).

/** Nothing of nothing is nothing. */
export const partOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

export const sumOf = <Row>(rows: readonly Row[], figure: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + figure(row), 0);

export const mostFirst = <Row>(rows: readonly Row[], figure: (row: Row) => number): Row[] =>
  rows.toSorted((a, b) => figure(b) - figure(a));

export const beyond = (all: number, some: number): number => all - some;

/** As long as the longest at most, for a bar. */
export const lengthOf = (part: number | null | undefined, longest: number): string =>
  `${partOf(part ?? 0, longest) * 100}%`;

/** One in so many. */
export const oneIn = (chance: number): number => Math.round(partOf(1, chance));

export const secondsOf = (minutes: number): number => minutes * 60;
