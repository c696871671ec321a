import { z } from 'zod';
import { feedNames } from '../feeds/names.ts';
import { cronMistake } from './cron.ts';

const code = z
  .string()
  .regex(/^(?=.{1,40}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'lower-case letters, digits and single _, at most 40');
const columnName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_ ]{0,62}$/, 'letters, digits, _ and spaces only');
const columnType = z
  .string()
  .regex(
    /^(text|smallint|integer|bigint|numeric(\(\d+,\d+\))?|double precision|boolean|date|timestamp|timestamptz)$/,
    'one of text, smallint, integer, bigint, numeric, numeric(p,s), double precision, boolean, date, timestamp, timestamptz',
  );
const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const zone = z.string().refine(isZone, 'an IANA time zone such as Asia/Shanghai');

const file = z.strictObject({
  /** The file's name in the delivered folder; `*` stands for any characters. */
  file: z.string().min(1),
  /** snapshot: each file is the whole picture. delta: each file brings new and changed rows. */
  delivery: z.enum(['snapshot', 'delta']).default('snapshot'),
  columns: z.record(columnName, columnType),
  /** Columns of the file that are not wanted. */
  ignored: z.array(columnName).default([]),
  /** Columns that never reach the database in clear. */
  personal: z.record(columnName, z.enum(['hash', 'encrypt'])).default({}),
  delimiter: z.enum([',', ';', '\t', '|']).default(','),
  /** Delivered with the source itself, in its folder: names and labels that the shop's own files lack. */
  bundled: z.boolean().default(false),
  optional: z.boolean().default(false),
  /** Only joined by feeds of other files; no feed answers for its records. */
  lookup: z.boolean().default(false),
});

const feed = z.strictObject({
  /** The file whose records this feed's SQL selects. */
  from: code,
  /** Another feed answers for every record of the file; this one selects a part or another aspect of it. */
  secondary: z.boolean().default(false),
  /** How fresh the feed is promised to be, as a PostgreSQL interval. */
  freshness: z
    .string()
    .regex(/^\d+ (minutes?|hours?|days?)$/, 'such as "90 minutes", "6 hours" or "1 day"')
    .optional(),
});

const schedule = z.strictObject({
  /** Minute, hour, day, month, weekday, on the source's own clock (`zone`, else the shop's). */
  cron: z.string().superRefine((pattern, context) => {
    const mistake = cronMistake(pattern);
    if (mistake) context.addIssue({ code: 'custom', message: mistake });
  }),
  /** The folder a window is loaded from; {date} and {hour} stand for the window's own, on the source's clock. */
  from: z
    .string()
    .min(1)
    .refine(
      (folder) => !/[{}]/.test(folder.replaceAll(/\{(date|hour)\}/g, '')),
      'only {date} (2026-11-22) and {hour} (03) may stand in braces',
    ),
  /** Of windows missed while nothing ran: load each one in order, or only the newest (a snapshot holds the rest). */
  catchUp: z.enum(['all', 'latest']).default('all'),
  /** How often a load is tried in all before it has failed; only passing troubles are tried again. */
  attempts: z.number().int().min(1).max(50).default(10),
});

export const sourceDefinition = z
  .strictObject({
    name: code,
    shop: z.strictObject({ code, title: text, zone, currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code') }),
    /** The zone of times that carry none; the shop's own where absent. */
    zone: zone.optional(),
    encoding: z.enum(['utf-8']).default('utf-8'),
    files: z.record(code, file),
    feeds: z.partialRecord(z.enum(feedNames), feed),
    /** When the worker loads it by itself; without one it is loaded by hand. */
    schedule: schedule.optional(),
  })
  .check((context) => {
    for (const [path, message] of contradictions(context.value)) {
      context.issues.push({ code: 'custom', path, message, input: context.value });
    }
  });

type Unchecked = { files: Record<string, z.infer<typeof file>>; feeds: Partial<Record<string, z.infer<typeof feed>>> };

function* contradictions({ files, feeds }: Unchecked): Generator<[path: string[], message: string]> {
  for (const [name, definition] of Object.entries(feeds)) {
    if (definition && !files[definition.from]) {
      yield [['feeds', name, 'from'], `"${definition.from}" is not declared under files`];
    }
  }
  for (const [role, definition] of Object.entries(files)) {
    const homes = Object.entries(feeds).filter(([, one]) => one?.from === role && !one.secondary);
    const wanted = definition.lookup ? 0 : 1;
    if (homes.length !== wanted) {
      yield [
        ['files', role],
        `${wanted} feed must answer for its records (from: ${role}, not secondary), there are ${homes.length}`,
      ];
    }
    for (const column of Object.keys(definition.personal)) {
      if (definition.columns[column] !== 'text') {
        yield [['files', role, 'personal', column], 'a personal column must be declared under columns as text'];
      }
    }
  }
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export type SourceDefinition = z.infer<typeof sourceDefinition>;
export type ScheduleDefinition = NonNullable<SourceDefinition['schedule']>;
export type FileDefinition = SourceDefinition['files'][string];
export type FeedDefinition = NonNullable<SourceDefinition['feeds'][keyof SourceDefinition['feeds']]>;
