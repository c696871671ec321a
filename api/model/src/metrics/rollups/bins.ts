import { join, raw, sql, type Sql } from '../sql.ts';

/**
 * Whole numbers in signed logarithmic bins: bin 0 holds 0, bin b > 0 the whole numbers of [e^((b−1)/128), e^(b/128)), bin −b their
 * negatives. The middle of a bin lies within 0.4 % of everything in it; up to 127 a bin holds one number only.
 */
const BINS_A_UNIT = 128;
/** Bins that share a row of a histogram: e^¼ from its least to its greatest. */
const BLOCK_BITS = 5;
export const BINS_A_BLOCK = 2 ** BLOCK_BITS;

export const binOf = (value: Sql): Sql =>
  sql`case when ${value} = 0 then 0 else sign(${value})::int * (1 + floor(ln(abs(${value})::float8) * ${raw(String(BINS_A_UNIT))})::int) end`;
export const blockOf = (bin: Sql): Sql => sql`(${bin} >> ${raw(String(BLOCK_BITS))})`;
export const placeOf = (bin: Sql): Sql => sql`(${bin} & ${raw(String(BINS_A_BLOCK - 1))})`;
export const binAt = (block: Sql, place: Sql): Sql => sql`(${block} * ${raw(String(BINS_A_BLOCK))} + ${place})`;

/** The least and the greatest whole number of a bin, by their distance from 0. */
const nearest = (bin: Sql): Sql => sql`ceil(exp((abs(${bin}) - 1) / ${raw(String(BINS_A_UNIT))}::float8))`;
const farthest = (bin: Sql): Sql => sql`(ceil(exp(abs(${bin}) / ${raw(String(BINS_A_UNIT))}::float8)) - 1)`;

/** What a bin stands for: its only number, else its middle. */
export const valueOf = (bin: Sql): Sql =>
  sql`case when ${bin} = 0 then 0 else sign(${bin}) * (${nearest(bin)} + ${farthest(bin)}) / 2 end`;
export const holdsSeveral = (bin: Sql): Sql => sql`(${bin} <> 0 and ${nearest(bin)} < ${farthest(bin)})`;

/** The columns of a block: how many values lie in its bins up to each. The last is all of them. */
export const upToColumns: readonly string[] = Array.from({ length: BINS_A_BLOCK }, (_, place) => `up_to_${place}`);
export const WHOLE_BLOCK = `up_to_${BINS_A_BLOCK - 1}`;

/** Of rows (place, n), how many lie up to each place. */
export const countedUpTo = (place: Sql, n: Sql): Sql =>
  join(
    upToColumns.map((name, at) =>
      name === WHOLE_BLOCK
        ? sql`sum(${n}) as ${raw(name)}`
        : sql`coalesce(sum(${n}) filter (where ${place} <= ${raw(String(at))}), 0) as ${raw(name)}`,
    ),
    ', ',
  );
