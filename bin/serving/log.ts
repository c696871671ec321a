import type { LogLine } from '@rapport/api';

/** One JSON line on standard error; what goes as it should is not told. */
export function printLogLine(line: LogLine): void {
  if (line.level !== 'info') process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
}
