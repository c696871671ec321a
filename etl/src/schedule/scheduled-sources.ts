import type { SourceLibrary } from '../kit/source/library.ts';
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
      const { zone, schedule } = library.read(name);
      if (schedule) found.scheduled.push({ name, zone, schedule });
    } catch (error) {
      found.broken.push({ name, problem: (error as Error).message });
    }
  }
  return found;
}
