import { resolve } from 'node:path';
import { cronIn } from '../kit/source/cron.ts';
import type { ScheduleDefinition } from '../kit/source/definition.ts';

/** A source that is loaded by itself. */
export interface Scheduled {
  name: string;
  /** Whose clock the schedule is read on. */
  zone: string;
  schedule: ScheduleDefinition;
  /** How late it may be by the strictest promise of its feeds; null: nothing is promised. */
  promiseMs: number | null;
}

/** Enough to tell when something is due. */
interface Timed {
  zone: string;
  schedule: { cron: string };
}

/** The moments the source is due in (after, until], in order; at most `limit` of them. */
export function windowsBetween({ zone, schedule }: Timed, after: Date, until: Date, limit: number): Date[] {
  const cron = cronIn(zone, schedule.cron);
  const windows: Date[] = [];
  for (let at = cron.nextRun(after); at && at <= until && windows.length < limit; at = cron.nextRun(at))
    windows.push(at);
  return windows;
}

export function nextWindow({ zone, schedule }: Timed, after: Date): Date | null {
  return cronIn(zone, schedule.cron).nextRun(after);
}

/** Where the files of a window lie; {date} and {hour} are the window's on the source's clock. A source with a connection has none. */
export function folderOf({ zone, schedule }: Scheduled, window: Date, deliveries: string): string | undefined {
  return schedule.from === undefined ? undefined : resolve(deliveries, folderNamed(schedule.from, zone, window));
}

/** The folder a pattern names for a window. */
export function folderNamed(pattern: string, zone: string, window: Date): string {
  const { date, hour } = onTheClock(zone, window);
  return pattern.replaceAll('{date}', date).replaceAll('{hour}', hour);
}

/** What a moment is called on the clock of a zone: 2026-11-22 and 03. */
export function onTheClock(zone: string, moment: Date): { date: string; hour: string } {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { date: `${part['year']}-${part['month']}-${part['day']}`, hour: part['hour'] ?? '' };
}
