import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CommandError, EXIT } from '../cli/failures.ts';
import { readServing } from '../cli/serving.ts';

/** A server of this home whose parent was killed a moment ago is still closing: it gets this long. */
export const CLOSING_MS = 4_000;

const refusals: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is taken by another program.\n  → Choose another with --port or PORT, or stop what listens there.`,
  EACCES: (host, port) =>
    `Port ${port} on ${host} needs more rights than this account has.\n  → Choose a port above 1023 with --port or PORT.`,
  EADDRNOTAVAIL: (host) =>
    `This machine has no address ${host}.\n  → Set HOST or --host to one it has; 127.0.0.1 is always there.`,
};

function tryPort(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** Refuses a taken port before minutes of work, not after them. */
export async function requireFreePort(host: string, port: number, home?: string): Promise<void> {
  const ours = home === undefined ? null : await readServing(home);
  const patience = ours?.url.endsWith(`:${port}`) ? CLOSING_MS : 0;
  for (const deadline = Date.now() + patience; ; await pause(100)) {
    const error = await tryPort(host, port);
    if (error === null) return;
    if (error.code === 'EADDRINUSE' && Date.now() < deadline) continue;
    const refusal = refusals[error.code ?? ''];
    throw refusal === undefined ? error : new CommandError(EXIT.taken, refusal(host, port), { cause: error });
  }
}
