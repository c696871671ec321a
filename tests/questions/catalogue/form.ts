/** What rows are counted, by which day, and how; `r` is a row, `b` a bucket (`b.from_on`, `b.to_on`). */
export interface Tally {
  /** A table of `asked`, or a lateral query over `b`. */
  rows: string;
  /** A column of days, or where it holds spaces a condition of its own. */
  on: string;
  /** Aggregates over the rows. */
  above: string;
  below?: string;
}

/** How one figure is had: a tally, a quotient of two, or a value of its own beside its sample. */
export interface Asked extends Tally {
  /** The denominator, counted from other rows. */
  over?: Tally;
  /** The value itself, where it is no quotient: a percentile. */
  value?: string;
  /** What stored whole numbers are divided by. */
  per?: number;
  times?: number;
  /** A level at the end of a bucket: unknown for a bucket that has not begun. */
  level?: true;
  /** By these dimensions only the row's own money counts: other rows, each with one code of it. */
  own?: Readonly<Record<string, { rows: string; code: string; above: string; below?: string }>>;
}

const all = 'true';

export const count = (rows: string, on: string, where = all): Asked => ({
  rows,
  on,
  above: `count(*) filter (where ${where})`,
});
export const sum = (rows: string, on: string, amount: string, per = 1, where = all): Asked => ({
  rows,
  on,
  above: `coalesce(sum(${amount}) filter (where ${where}), 0)`,
  per,
});
/** Of the rows of the whole, those of the part. */
export const share = (rows: string, on: string, part: string, whole = all, times = 1): Asked => ({
  rows,
  on,
  above: `count(*) filter (where (${whole}) and (${part}))`,
  below: `count(*) filter (where ${whole})`,
  times,
});
export const per10k = (rows: string, on: string, part: string, whole = all): Asked =>
  share(rows, on, part, whole, 10_000);
/** An amount over what it is spread on: numbers, not rows. */
export const quotient = (rows: string, on: string, amount: string, things: string, per = 1, times = 1): Asked => ({
  rows,
  on,
  above: `coalesce(sum(${amount}), 0)`,
  below: `coalesce(sum(${things}), 0)`,
  per,
  times,
});
export const mean = (rows: string, on: string, amount: string, whole: string, per = 1): Asked => ({
  rows,
  on,
  above: `coalesce(sum(${amount}) filter (where ${whole}), 0)`,
  below: `count(*) filter (where ${whole})`,
  per,
});
export const percentile = (rows: string, on: string, value: string, at: number, per = 1, whole = all): Asked => ({
  rows,
  on,
  above: 'null',
  below: `count(${value}) filter (where ${whole})`,
  value: `percentile_cont(${at}) within group (order by (${value})::double precision) filter (where ${whole})`,
  per,
});
export const people = (rows: string, on: string, part: string, whole = all): Asked => ({
  rows,
  on,
  above: `count(distinct r.customer_id) filter (where (${whole}) and (${part}))`,
  below: `count(distinct r.customer_id) filter (where ${whole})`,
});
/** Of something by its own day, for every so many of something else by its own. */
export const across = (above: Asked, below: Asked, times = 1): Asked => ({
  ...above,
  over: { rows: below.rows, on: below.on, above: below.above },
  times,
});
export const level = (rows: string, above: string, below?: string, per = 1): Asked => ({
  rows,
  on: ' true',
  above,
  ...(below === undefined ? {} : { below }),
  per,
  level: true,
});

/** Seconds between two moments, whole ones: what is counted in the shop is counted in seconds. */
export const seconds = (from: string, to: string): string => `trunc(extract(epoch from ${to} - ${from}))`;
