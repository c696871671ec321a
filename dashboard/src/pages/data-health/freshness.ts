/** Three times the promise fill the bar: what is late can be told from what is very late. */
const TIMES = 3;
const THINNEST = 4;

/** Width of the bar in percent, for a percentage of the promised time that has passed. */
export const barOf = (percentUsed: number): number =>
  Math.min(100, Math.max(THINNEST, Math.round(percentUsed / TIMES)));
