import type { SecretResolver } from '../connect/secrets.ts';
import type { SourceLibrary } from '../kit/source/library.ts';
import { LEASE_MS } from '../kit/run/silent-runs.ts';
import { sourceLibrary } from '../sources/library.ts';
import type { WorkerLog } from './log.ts';
import { BACK_OFF, type BackOff } from './troubles.ts';

export interface LoadSettings {
  databaseUrl: string;
  home: string;
  masterKey: string | null;
  /** Where secrets of connections are found. */
  secrets?: SecretResolver | undefined;
  /** Where relative folders of schedules begin. */
  deliveries: string;
  leaseMs: number;
  backOff: BackOff;
  library: () => SourceLibrary;
  log: WorkerLog;
  /** Whether a window has come, and whether it is late. */
  now(): Date;
}

/** What only the caller can know. */
export type Surroundings = Pick<LoadSettings, 'databaseUrl' | 'home' | 'masterKey' | 'secrets' | 'deliveries' | 'log'> &
  Partial<Pick<LoadSettings, 'leaseMs' | 'backOff' | 'now'>>;

export function settingsOf(given: Surroundings): LoadSettings {
  return { leaseMs: LEASE_MS, backOff: BACK_OFF, now: () => new Date(), library: sourceLibrary, ...given };
}
