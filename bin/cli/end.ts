/** What Node calls a file that is being opened or read. */
const READING = /^(FSReq|FileHandle)/;

/**
 * Ends the process now. Node waits for its threads when it exits, and one that reads from a drive that has gone away never comes back:
 * then only the kernel can end it. The bootstrap is told the exit code first.
 */
export function endNow(exitCode: number): void {
  const reads = process.getActiveResourcesInfo().filter((name) => READING.test(name)).length;
  if (reads === 0) return process.exit(exitCode);
  process.stderr.write(
    `${reads} ${reads === 1 ? 'file does' : 'files do'} not answer: has a drive or a mount gone away? The process ends by force; nothing of what it read is published.\n`,
  );
  const end = (): void => void process.kill(process.pid, 'SIGKILL');
  if (process.send) process.send({ ended: exitCode }, end);
  else end();
}
