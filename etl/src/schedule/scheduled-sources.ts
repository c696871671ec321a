import type { SourceLibrary } from '../kit/source/library.ts';
import type { SourceFeed } from '../kit/source/source.ts';
import type { Scheduled } from './windows.ts';

export interface BrokenSource {
  name: string;
  problem: string;
}

export interface ScheduledSources {
  scheduled: Scheduled[];
  /** Folders that cannot be read; they hold up nobody but themselves. */
  broken: BrokenSource[];
}

export function readScheduled(library: SourceLibrary): ScheduledSources {
  const found: ScheduledSources = { scheduled: [], broken: [] };
  for (const name of library.names()) {
    try {
      const { zone, schedule, feeds } = library.read(name);
      if (schedule) found.scheduled.push({ name, zone, schedule, promiseMs: strictest(feeds) });
    } catch (error) {
      found.broken.push({ name, problem: (error as Error).message });
    }
  }
  return found;
}

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

function strictest(feeds: readonly Pick<SourceFeed, 'freshness'>[]): number | null {
  const promises = feeds.flatMap(({ freshness }) => {
    const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(freshness ?? '') ?? [];
    return count && unit ? [Number(count) * UNITS[unit as keyof typeof UNITS]] : [];
  });
  return promises.length > 0 ? Math.min(...promises) : null;
}
