import { createServer } from 'node:net';
import { CommandError, EXIT } from '../cli/failures.ts';

/** Refuses a taken port before minutes of work, not after them. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const what = {
        EADDRINUSE: `Port ${port} on ${host} is taken by another program.\n  → Choose another with --port or PORT, or stop what listens there.`,
        EACCES: `Port ${port} on ${host} needs more rights than this account has.\n  → Choose a port above 1023 with --port or PORT.`,
        EADDRNOTAVAIL: `This machine has no address ${host}.\n  → Set HOST or --host to one it has; 127.0.0.1 is always there.`,
      }[error.code ?? ''];
      reject(what === undefined ? error : new CommandError(EXIT.taken, what, { cause: error }));
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}
