import { existsSync, readFileSync, writeSync } from 'node:fs';
import { ingest, type IngestError, type IngestOptions } from '@rapport/etl';
import { pauseAt } from '../../config.ts';

/**
 * One load in a process of its own, for a case that kills, stops or starves it. It is started before it is needed: the options
 * come as a line of JSON on standard input, what happens goes as lines of JSON to standard output.
 */
const say = (line: Record<string, unknown>): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const STATUS = '/proc/self/status';

/** The most memory it ever held. What getrusage says holds the peak of the process that started this one as well. */
function peakKb(): number {
  if (!existsSync(STATUS)) return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(STATUS, 'utf8'))?.[1] ?? 0);
}

async function load({ pauseAt: stop, ...options }: IngestOptions & { pauseAt?: string }): Promise<void> {
  if (stop) pauseAt(stop);
  let stage = '';
  const onProgress: IngestOptions['onProgress'] = (event) => {
    if (event.stage === stage) return;
    stage = event.stage;
    say({ stage });
  };
  try {
    const report = await ingest({ ...options, onProgress });
    say({ ended: report.state, seconds: report.seconds, peakKb: peakKb() });
  } catch (error) {
    const { code, message } = error as IngestError;
    say({ ended: code, message, peakKb: peakKb() });
    process.exitCode = 1;
  }
}

process.stdin.once('data', (line: Buffer) => {
  process.stdin.destroy();
  void load(JSON.parse(line.toString()) as IngestOptions & { pauseAt?: string });
});
say({ ready: true });
