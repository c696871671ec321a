import type { Writable } from 'node:stream';
import type pg from 'pg';

/** What the driver has and its types do not tell: `pipeline` is its option of that name, looked at with each statement. */
interface Pipelining {
  pipeline: boolean;
  connection: { stream: Writable };
}

const of = (client: pg.PoolClient): Pipelining => client;
const gathering = new WeakSet<Writable>();

/** From here on statements are sent without waiting for the answers to those before. */
export function sendAhead(client: pg.PoolClient): void {
  of(client).pipeline = true;
}

/** As everybody else who borrows a connection expects it. */
export function oneAtATime(client: pg.PoolClient): void {
  of(client).pipeline = false;
}

/** Statements sent in one go are one write. */
export function sent<Answer>(client: pg.PoolClient, send: () => Answer): Answer {
  const { stream } = of(client).connection;
  if (!gathering.has(stream)) {
    gathering.add(stream);
    stream.cork();
    process.nextTick(() => {
      gathering.delete(stream);
      stream.uncork();
    });
  }
  return send();
}
