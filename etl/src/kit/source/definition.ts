import { z } from 'zod';
import { encodings } from '../bytes/encodings.ts';
import { contractOf } from '../feeds/contracts.ts';
import { feedNames } from '../feeds/names.ts';
import { connectionDefinition, type ConnectionDefinition } from './connection-definition.ts';
import { supplyMistakes } from './connection-rules.ts';
import { cronMistake } from './cron.ts';
import { complete, fileDefinition } from './file-definition.ts';
import { guardDefinition } from './guard-definition.ts';
import { sourceContract } from './contract-modes.ts';

const code = z
  .string()
  .regex(/^(?=.{1,40}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'lower-case letters, digits and single _, at most 40');
const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const zone = z.string().refine(isZone, 'an IANA time zone such as Asia/Shanghai');

const shop = z.strictObject({
  code,
  title: text,
  zone,
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code'),
  /** What a member's point is worth, in the shop's currency. */
  pointWorth: z.number().positive().max(1_000_000).optional(),
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
  /** How far a delivery may be from the ones before it. */
  guards: guardDefinition.optional(),
});

const schedule = z.strictObject({
  /** Minute, hour, day, month, weekday, on the source's own clock (`zone`, else the shop's). */
  cron: z.string().superRefine((pattern, context) => {
    const mistake = cronMistake(pattern);
    if (mistake) context.addIssue({ code: 'custom', message: mistake });
  }),
  /** The folder a window is loaded from, needed where there is no connection; {date} and {hour} stand for the window's own, on the source's clock. */
  from: z
    .string()
    .min(1)
    .refine(
      (folder) => !/[{}]/.test(folder.replaceAll(/\{(date|hour)\}/g, '')),
      'only {date} (2026-11-22) and {hour} (03) may stand in braces',
    )
    .optional(),
  /** Of windows missed while nothing ran: load each one in order, or only the newest (a snapshot holds the rest). */
  catchUp: z.enum(['all', 'latest']).default('all'),
  /** How often a load is tried in all before it has failed; only passing troubles are tried again. */
  attempts: z.number().int().min(1).max(50).default(10),
});

export const sourceDefinition = z
  .strictObject({
    /** Short enough for the working tables named after it. */
    name: code.max(32),
    shop,
    /** The zone of times that carry none; the shop's own where absent. */
    zone: zone.optional(),
    /** To be copied with a shop's own code, zone and currency; never loaded itself. */
    preset: z.boolean().default(false),
    /** Its rows come over HTTP, in the contracts' own form: it declares neither files nor feeds. */
    push: z.boolean().default(false),
    /** Of every file that does not say otherwise. */
    encoding: z.enum(encodings).default('utf-8'),
    contract: sourceContract,
    /** Names of files that lie beside the source's own and are none of its business; `*` stands for any characters. */
    otherFiles: z.array(z.string().min(1)).default([]),
    /** Where it is fetched from; without one its files are delivered. */
    connection: connectionDefinition.optional(),
    files: z.record(code, fileDefinition),
    feeds: z.partialRecord(z.enum(feedNames), feed),
    /** When the worker loads it by itself; without one it is loaded by hand. */
    schedule: schedule.optional(),
  })
  .check((context) => {
    for (const [path, message] of contradictions(context.value)) {
      context.issues.push({ code: 'custom', path, message, input: context.value });
    }
  })
  .transform((source) => ({
    ...source,
    files: Object.fromEntries(Object.entries(source.files).map(([role, file]) => [role, complete(file, source)])),
  }));

/** Of a table in PostgreSQL, in bytes; a longer name is cut. */
const LONGEST_TABLE = 63;

type Unchecked = {
  name: string;
  files: Record<string, z.infer<typeof fileDefinition>>;
  feeds: Partial<Record<string, z.infer<typeof feed>>>;
  connection?: ConnectionDefinition | undefined;
  schedule?: z.infer<typeof schedule> | undefined;
};

function* contradictions({
  name: source,
  files,
  feeds,
  connection,
  schedule: when,
}: Unchecked): Generator<[path: string[], message: string]> {
  yield* supplyMistakes(connection, files);
  if (when && (when.from === undefined) === (connection === undefined)) {
    const wrong = connection
      ? 'the connection fetches; leave it out'
      : 'the folder its windows are loaded from is needed';
    yield [['schedule', 'from'], wrong];
  }
  for (const [name, definition] of Object.entries(feeds)) {
    if (definition && !files[definition.from]) {
      yield [['feeds', name, 'from'], `"${definition.from}" is not declared under files`];
    }
    const known = contractOf(name as (typeof feedNames)[number]).columns;
    const guarded = definition?.guards ? Object.keys(definition.guards.columns) : [];
    for (const column of guarded.filter((one) => !Object.hasOwn(known, one)))
      yield [['feeds', name, 'guards', 'columns', column], 'is no column of this feed: see docs/feeds.md'];
  }
  for (const [role, definition] of Object.entries(files)) {
    const table = `${source}__${role}`;
    if (table.length > LONGEST_TABLE)
      yield [['files', role], `with the source's name it is longer than ${LONGEST_TABLE - 2}`];
    const homes = Object.entries(feeds).filter(([, one]) => one?.from === role && !one.secondary);
    const wanted = definition.lookup ? 0 : 1;
    if (homes.length !== wanted) {
      yield [
        ['files', role],
        `${wanted} feed must answer for its records (from: ${role}, not secondary), there are ${homes.length}`,
      ];
    }
  }
}

const zones = new Map<string, boolean>();

function isZone(name: string): boolean {
  const known = zones.get(name) ?? isKnownZone(name);
  zones.set(name, known);
  return known;
}

function isKnownZone(name: string): boolean {
  // An offset would be taken by PostgreSQL with its sign reversed.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export type SourceDefinition = z.infer<typeof sourceDefinition>;
export type ScheduleDefinition = NonNullable<SourceDefinition['schedule']>;
export type { FileDefinition } from './file-definition.ts';
export type FeedDefinition = NonNullable<SourceDefinition['feeds'][keyof SourceDefinition['feeds']]>;
