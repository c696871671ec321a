import { z } from 'zod';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { NUMBERS_A_TALLY, type Reading } from '../compile/reading.ts';
import { Delays } from '../maturity/known-share.ts';
import type { Question } from '../planner/request.ts';
import type { Tally } from '../tallies.ts';
import type { RawNumbers } from './figure.ts';

const label = z.object({ en: z.string(), zh: z.string() }).nullable();
const head = z.object({
  version: z.string().nullable(),
  unidentified: z.number().nullable(),
  stale: z.array(z.string()),
  curves: z.array(
    z.object({
      shop: z.string(),
      stream: z.string(),
      segment: z.string(),
      known: z.array(z.number()),
      spread: z.array(z.number()),
    }),
  ),
  arrivals: z.array(z.object({ shop: z.string(), bucket: z.string(), age: z.number(), orders: z.number() })),
  shops: z.array(
    z.object({ shop: z.string(), currency: z.string(), asOf: z.string().nullable(), tells: z.array(z.string()) }),
  ),
});
const slice = z.object({ place: z.number(), total: z.number(), label1: label, label2: label });
const row = z.object({
  part: z.number(),
  window_no: z.number().nullable(),
  k1: z.string().nullable(),
  k2: z.string().nullable(),
  days: z.string().nullable(),
  numbers: z.string().nullable(),
  info: z.unknown(),
});
const days = z.array(z.number());
const cells = z.array(z.array(z.number().nullable()));

/** An array of PostgreSQL in its own letters: of numbers and nulls it is JSON in other brackets. */
const arrayIn = (text: string | null): unknown =>
  JSON.parse((text ?? '{}').replaceAll('{', '[').replaceAll('}', ']').replaceAll('NULL', 'null'));

const DAY_MS = 86_400_000;
const dayOf = (since1970: number): string => new Date(since1970 * DAY_MS).toISOString().slice(0, 10);

export interface Slice {
  codes: readonly string[];
  labels: readonly (LocalizedText | null)[];
}

export type Shop = z.infer<typeof head>['shops'][number];

/** The rows of the statement, found by tally, window, bucket and slice. */
export interface Tables {
  version: string;
  unidentified: number | null;
  /** Rollups that must not be read. */
  stale: ReadonlySet<string>;
  shops: readonly Shop[];
  delays: Delays;
  slices: readonly Slice[];
  /** Slices that exist but are beyond the limit. */
  leftOut: number;
  numbers(tally: Tally, window: number, bucket: string, codes: readonly string[]): RawNumbers | undefined;
}

const address = (...parts: (string | number | null)[]): string => JSON.stringify(parts);

export function readAnswer(question: Question, readings: readonly Reading[], rows: readonly unknown[]): Tables {
  const numbers = new Map<string, RawNumbers>();
  const slices: { place: number; slice: Slice }[] = [];
  let total = 0;
  let read: z.infer<typeof head> = {
    version: null,
    unidentified: null,
    stale: [],
    curves: [],
    arrivals: [],
    shops: [],
  };
  for (const each of rows.map((found) => row.parse(found))) {
    if (each.part === -2) read = head.parse(each.info);
    else if (each.part === -1) {
      const { place, label1, label2, ...found } = slice.parse(each.info);
      total = found.total;
      slices.push({ place, slice: { codes: [each.k1 ?? '', each.k2 ?? ''], labels: [label1, label2] } });
    } else {
      const found = cells.parse(arrayIn(each.numbers));
      days.parse(arrayIn(each.days)).forEach((day, index) => {
        numbers.set(address(each.part, each.window_no, dayOf(day), each.k1, each.k2), found[index] ?? []);
      });
    }
  }
  const whole: Slice = { codes: ['', ''], labels: [] };
  const shown = slices.sort((a, b) => a.place - b.place).map((each) => each.slice);
  return {
    version: read.version ?? '0',
    unidentified: read.unidentified,
    stale: new Set(read.stale),
    shops: read.shops,
    delays: new Delays(read.curves, read.arrivals),
    slices: question.by.length === 0 ? [whole] : shown,
    leftOut: Math.max(0, total - shown.length),
    numbers(tally, window, bucket, codes) {
      const part = readings.findIndex((reading) => reading.tallies.includes(tally));
      const at = (readings[part]?.tallies.indexOf(tally) ?? 0) * NUMBERS_A_TALLY;
      return numbers
        .get(address(part, window, bucket, codes[0] ?? '', codes[1] ?? ''))
        ?.slice(at, at + NUMBERS_A_TALLY);
    },
  };
}
