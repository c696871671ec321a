import { resolve } from 'node:path';
import { cronIn } from '../kit/source/cron.ts';
import type { ScheduleDefinition } from '../kit/source/definition.ts';

/** A source that is loaded by itself. */
export interface Scheduled {
  name: string;
  /** Whose clock the schedule is read on. */
  zone: string;
  schedule: ScheduleDefinition;
}

/** The moments the source is due in (after, until], in order; at most `limit` of them. */
export function windowsBetween({ zone, schedule }: Scheduled, after: Date, until: Date, limit: number): Date[] {
  const cron = cronIn(zone, schedule.cron);
  const windows: Date[] = [];
  for (let at = cron.nextRun(after); at && at <= until && windows.length < limit; at = cron.nextRun(at))
    windows.push(at);
  return windows;
}

export function nextWindow({ zone, schedule }: Scheduled, after: Date): Date | null {
  return cronIn(zone, schedule.cron).nextRun(after);
}

/** Where the files of a window lie; {date} and {hour} are the window's on the source's clock. */
export function folderOf({ zone, schedule }: Scheduled, window: Date, deliveries: string): string {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const part = Object.fromEntries(clock.formatToParts(window).map(({ type, value }) => [type, value]));
  const folder = schedule.from
    .replaceAll('{date}', `${part['year']}-${part['month']}-${part['day']}`)
    .replaceAll('{hour}', part['hour'] ?? '');
  return resolve(deliveries, folder);
}
