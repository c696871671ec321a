import { writeSync } from 'node:fs';
import { workInForeground } from '@rapport/etl';

/** `backfill-process.ts <settings as JSON>`: works on a backfill in a process of its own, for tests that kill it. */
const { id, ...house } = JSON.parse(process.argv[2] ?? '{}') as {
  id: string;
  databaseUrl: string;
  home: string;
  deliveries: string;
  leaseMs: number;
};
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
const log = (level: string, event: string, fields: object = {}): void =>
  void writeSync(2, `${JSON.stringify({ level, event, ...fields })}\n`);
await workInForeground({ id, signal: stop.signal, house: { ...house, masterKey: null, log } });
