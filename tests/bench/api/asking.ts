import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

export interface Program {
  readonly pid: number;
  post(body: string): Promise<{ status: number; text: string }>;
  stop(): Promise<void>;
}

/** A server in a process of its own, asked over connections that are kept. */
export async function started(file: string, databaseUrl: string, headers: Record<string, string>): Promise<Program> {
  const child = fork(join(import.meta.dirname, file), [databaseUrl], {
    execArgv: ['--import', '@oxc-node/core/register'],
  });
  const told = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  const { url } = (told as [{ url?: string }])[0];
  if (url === undefined) throw new Error(`${file} ended before it listened.`);
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  return {
    pid: child.pid!,
    post: (body) =>
      new Promise((answered, failed) => {
        const sent = request(
          url,
          {
            method: 'POST',
            agent,
            headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.once('end', () =>
              answered({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
            );
          },
        );
        sent.once('error', failed);
        sent.end(body);
      }),
    stop: async () => {
      agent.destroy();
      const gone = once(child, 'exit');
      child.send('stop');
      await gone;
    },
  };
}

export const quantile = (values: readonly number[], at: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(at * values.length))] ?? Number.NaN;

export interface Load {
  perSecond: number;
  took: number[];
  p50: number;
  p95: number;
  p99: number;
}

const loadOf = (perSecond: number, took: number[]): Load => ({
  perSecond,
  took,
  p50: quantile(took, 0.5),
  p95: quantile(took, 0.95),
  p99: quantile(took, 0.99),
});

/** Several turns as one: the rate of the middle one, and all times together. */
export const inAll = (turns: readonly Load[]): Load =>
  loadOf(
    quantile(
      turns.map(({ perSecond }) => perSecond),
      0.5,
    ),
    turns.flatMap(({ took }) => took),
  );

/** So many clients, each asking again as soon as it was answered, for so long. Anything but an answer ends the bench. */
export async function loaded(program: Program, bodies: readonly string[], clients: number, ms: number): Promise<Load> {
  const took: number[] = [];
  const began = performance.now();
  let next = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - began < ms) {
      const sent = performance.now();
      const { status, text } = await program.post(bodies[next++ % bodies.length]!);
      if (status !== 200 || text.includes('"errors"')) throw new Error(`${status}: ${text.slice(0, 500)}`);
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1000;
  return loadOf(took.length / seconds, took);
}

/** So many users, each asking once a second at its own moment of it. */
export async function visited(
  program: Program,
  bodies: readonly string[],
  users: number,
  seconds: number,
): Promise<number[]> {
  const took: number[] = [];
  const user = async (no: number): Promise<void> => {
    const first = performance.now() + (no * 1000) / users;
    for (let second = 0; second < seconds; second += 1) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, first + second * 1000 - performance.now())));
      const sent = performance.now();
      const { status, text } = await program.post(bodies[(no * 31 + second * 7) % bodies.length]!);
      if (status !== 200) throw new Error(`${status}: ${text.slice(0, 500)}`);
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: users }, (_, no) => user(no)));
  return took;
}
