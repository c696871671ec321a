import type { BackfillStep } from '@rapport/model/vocabulary';
import { cronIn } from '../kit/source/cron.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { onTheClock } from '../schedule/windows.ts';

/** A part of the past that is loaded in one go: [at, to). */
export interface Stretch {
  at: Date;
  to: Date;
}

const DAY_MS = 86_400_000;
/** Twenty years of days, two of hours. */
const MOST = 20_000;

/** The windows from one day to another, both included, oldest first, on the clock of a zone. A week and a month begin on the first day's own weekday and date. */
export function stretchesOf(zone: string, first: string, last: string, step: BackfillStep): Stretch[] {
  const [begin, end] = [dayOf(first), dayOf(last)];
  if (begin > end) throw refusal(`the first window (${first}) comes after the last (${last})`);
  const expected = ((end - begin) / DAY_MS + 1) * (step === 'hour' ? 25 : 1);
  if (expected > MOST)
    throw refusal(`from ${first} to ${last} there are more than ${MOST} of them; take a larger step`);
  const starts = step === 'hour' ? hoursOf(zone, begin, end) : datesOf(zone, begin, end, step);
  return starts.slice(0, -1).map((at, nth) => ({ at, to: starts[nth + 1] ?? at }));
}

const refusal = (problem: string): IngestError => new IngestError('backfill_range', { problem });
const textOf = (day: number): string => new Date(day).toISOString().slice(0, 10);

function dayOf(text: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day) || textOf(day) !== text) throw refusal(`"${text}" is no day such as 2024-01-31`);
  return day;
}

/** Every start, and after the last one where it ends. */
function datesOf(zone: string, begin: number, end: number, step: Exclude<BackfillStep, 'hour'>): Date[] {
  const days = [begin];
  for (let nth = 1; (days.at(-1) ?? end) <= end; nth++) days.push(later(begin, nth, step));
  const midnights = midnightsOf(zone, begin, days.at(-1) ?? end);
  return days.flatMap((day) => midnights.get(textOf(day)) ?? []);
}

/** A month that lacks the day, such as 31, ends with its last one. */
function later(begin: number, nth: number, step: Exclude<BackfillStep, 'hour'>): number {
  if (step !== 'month') return begin + nth * (step === 'week' ? 7 : 1) * DAY_MS;
  const from = new Date(begin);
  const month = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + nth, 1);
  const length = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + nth + 1, 0)).getUTCDate();
  return month + (Math.min(from.getUTCDate(), length) - 1) * DAY_MS;
}

/** When each day begins there; one whose midnight is skipped in spring begins after the gap. */
function midnightsOf(zone: string, begin: number, end: number): Map<string, Date> {
  return new Map(
    between(zone, '0 0 * * *', begin - 2 * DAY_MS, end + 2 * DAY_MS).map((at) => [onTheClock(zone, at).date, at]),
  );
}

function hoursOf(zone: string, begin: number, end: number): Date[] {
  const midnights = midnightsOf(zone, begin, end + DAY_MS);
  const [from, until] = [midnights.get(textOf(begin)), midnights.get(textOf(end + DAY_MS))];
  if (!from || !until) return [];
  return [from, ...between(zone, '0 * * * *', from.getTime(), until.getTime())];
}

/** In (after, until]. */
function between(zone: string, pattern: string, after: number, until: number): Date[] {
  const cron = cronIn(zone, pattern);
  const found: Date[] = [];
  for (let at = cron.nextRun(new Date(after)); at && at.getTime() <= until; at = cron.nextRun(at)) found.push(at);
  return found;
}
