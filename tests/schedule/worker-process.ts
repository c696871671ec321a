import { writeSync } from 'node:fs';
import { runWorker, type WorkerOptions } from '@rapport/etl';

/** `worker-process.ts <settings as JSON>`: a worker for tests that stop, kill or wake it; at a fixed time if one is given. */
const { now, ...settings } = JSON.parse(process.argv[2] ?? '{}') as Omit<WorkerOptions, 'now' | 'log' | 'signal'> & {
  now?: string;
};
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
await runWorker({
  ...settings,
  ...(now === undefined ? {} : { now: () => new Date(now) }),
  signal: stop.signal,
  log: (level, event, fields) => void writeSync(2, `${JSON.stringify({ level, event, ...fields })}\n`),
});
