import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what systems give to connections that name none: between here and its use nobody takes it by chance. */
const [FIRST, LAST] = [15_000, 30_000];

/** A port nobody listens on, for a program that must be told one. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST);
    const probe = createServer();
    const free = await new Promise<boolean>((done) => {
      probe.once('error', () => done(false));
      probe.listen(port, '127.0.0.1', () => done(true));
    });
    if (!free) continue;
    await new Promise((done) => probe.close(done));
    return port;
  }
}
