import type { SecretResolver } from '../connect/secrets.ts';
import type { SourceLibrary } from '../kit/source/library.ts';
import type { WorkerLog } from './log.ts';
import type { BackOff } from './troubles.ts';

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
