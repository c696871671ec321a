import { z } from 'zod';

const off = z.literal(false);
const factor = z.number().gt(1, 'a factor above 1, or false');
const share = z.number().gt(0).lte(1, 'a share from 0 to 1, or false');
const limits = (limit: typeof factor, warn: number | false, stop: number | false) =>
  z.union([
    off,
    z.strictObject({ warn: z.union([off, limit]).default(warn), stop: z.union([off, limit]).default(stop) }),
  ]);

/** So many times more, or fewer, rows than usual. */
const volume = limits(factor, 5, false);
/** The share of rows without a value rises by so much. */
const nulls = limits(share, 0.2, false);
/** So many times larger, or smaller, than usual. */
const median = limits(factor, 3, 50);
/** A code that is new, or was gone, with at least this share of the rows. */
const codes = limits(share, 0.02, false);

const ofColumn = z.strictObject({ nulls: nulls.optional(), median: median.optional(), codes: codes.optional() });

/** How far a delivery may be from the ones before it: `warn` is noted and told, `stop` refuses the load; false: never. */
export const guardDefinition = z.union([
  off,
  z.strictObject({
    volume: volume.default({ warn: 5, stop: false }),
    nulls: nulls.default({ warn: 0.2, stop: false }),
    median: median.default({ warn: 3, stop: 50 }),
    codes: codes.default({ warn: 0.02, stop: false }),
    /** Single columns that are judged otherwise than their feed. */
    columns: z.record(z.string(), z.union([off, ofColumn])).default({}),
  }),
]);

export type GuardDefinition = z.infer<typeof guardDefinition>;
export type GuardLimits = { warn: number | false; stop: number | false } | false;

/** What holds where source.yaml says nothing. */
export const usualGuards: GuardDefinition = guardDefinition.parse({});
