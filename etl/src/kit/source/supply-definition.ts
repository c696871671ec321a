import { z } from 'zod';
import { pathMistake } from '../json/layout.ts';
import { duration } from './connection-definition.ts';

const tableName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_$]*(\.[\p{L}_][\p{L}\p{N}_$]*)?$/u, 'a table such as orders or shop.orders');
const column = z.string().min(1);
const path = z.string().superRefine((given, context) => {
  const mistake = pathMistake(given, 0);
  if (mistake) context.addIssue({ code: 'custom', message: mistake });
});

const cursor = z.strictObject({
  /** A time or number that grows with every change, as the source calls it; xmin: PostgreSQL's own of a table. */
  column,
  /** How much before the last position is read again: a time, or a number for numbers. */
  lag: z.union([duration, z.number().int().min(0)], 'a time such as "10 minutes", or a number').optional(),
});

const paging = z.union(
  [
    /** The next page's address is in the Link header (rel="next"). */
    z.literal('link'),
    z.literal('none'),
    z.strictObject({
      page: z.strictObject({
        param: z.string().min(1).default('page'),
        first: z.number().int().min(0).default(1),
        size: z.strictObject({ param: z.string().min(1).default('per_page'), value: z.number().int().min(1) }),
      }),
    }),
    z.strictObject({
      offset: z.strictObject({
        param: z.string().min(1).default('offset'),
        size: z.strictObject({ param: z.string().min(1).default('limit'), value: z.number().int().min(1) }),
      }),
    }),
    z.strictObject({
      cursor: z.strictObject({
        /** The parameter that takes it; absent where `next` is a whole address. */
        param: z.string().min(1).optional(),
        /** Where the answer has it. */
        next: path,
        /** Where the answer says that this was the last page (true), or that there is more (false). */
        end: path.optional(),
        more: path.optional(),
        /** Goes on next time where this one ended; `first` are the parameters of the very first request only. */
        keep: z.boolean().default(false),
        first: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
      }),
    }),
  ],
  'one of link, none, { page: { size: { value: 100 } } }, { offset: … } or { cursor: { param: cursor, next: after_cursor } }',
);
export type Paging = z.infer<typeof paging>;

const request = z.strictObject({
  path: z.string().startsWith('/', 'begins with /, behind the url of the connection'),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  /** The list of the answer that holds the records; absent: the answer itself is the list. */
  records: path.optional(),
  paging: paging.default('none'),
  /** Asks for what changed since the last time only. */
  since: z
    .strictObject({
      param: z.string().min(1),
      /** The parameter for the end of a stretch of the past; a backfill needs it. */
      until: z.string().min(1).optional(),
      /** Where a record has the time or number that is remembered. */
      field: path,
      lag: z
        .union([duration, z.number().int().min(0)], 'a time such as "10 minutes", or a number')
        .default('10 minutes'),
      /** What the very first request asks from; absent: everything. */
      first: z.union([z.string(), z.number()]).optional(),
      /** How the other side writes times. */
      as: z.enum(['iso', 'epoch', 'epoch_ms', 'number']).default('iso'),
    })
    .optional(),
  /** Where the answer says how many records there are: a path, or header:X-Total-Count. */
  total: z.union([z.string().regex(/^header:[A-Za-z0-9-]+$/), path], 'a path, or header:X-Total-Count').optional(),
  /** What tells a record from another, so that pages that overlap are not counted twice against the total. */
  id: path.optional(),
  maxPages: z.number().int().min(1).max(1_000_000).default(10_000),
});
export type RequestDefinition = z.infer<typeof request>;

/** What fills a role of a source with a connection. */
export const supplyFields = {
  query: z.string().trim().min(1).optional(),
  table: tableName.optional(),
  cursor: cursor.optional(),
  /** The columns that tell its rows apart. */
  key: z.preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(column).min(1)).optional(),
  /** snapshot: the keys of the whole table are compared with those of the last time. */
  deletes: z
    .enum(['none', 'snapshot'], 'none or snapshot; a column that marks deleted rows is named by tombstone')
    .default('none'),
  request: request.optional(),
  /** A record in which this column is filled (true, for a boolean; one of `is`) says that its row is gone. */
  tombstone: z
    .preprocess(
      (given) => (typeof given === 'string' ? { column: given } : given),
      z.strictObject({
        column,
        is: z
          .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.string()).min(1))
          .optional(),
      }),
    )
    .optional(),
};

interface Marked {
  tombstone?: { column: string } | undefined;
  delivery: 'snapshot' | 'delta';
  columns: Record<string, unknown>;
}

export function* tombstoneMistakes({
  tombstone,
  delivery,
  columns,
}: Marked): Generator<[path: string[], message: string]> {
  if (!tombstone) return;
  if (delivery !== 'delta') yield [['tombstone'], 'only a delta has tombstones: what a snapshot lacks is gone anyway'];
  if (!columns[tombstone.column]) yield [['tombstone'], `"${tombstone.column}" is not declared under columns`];
}
