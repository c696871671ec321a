import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { startApi, type LogLine, type RunningApi } from '@rapport/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post, seededApi, type Reply, type SeededApi } from './client.ts';

let seeded: SeededApi;
beforeAll(async () => {
  seeded = await seededApi();
});
afterAll(() => seeded.close());

/** Long enough for the balancer to look again, however busy the machine is. */
const LEAVE_MS = 3000;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const headers = (): Record<string, string> => ({ authorization: `Bearer ${seeded.keys.analyst}` });
const ask = (url: string, query: string): Promise<Reply<Record<string, unknown>>> =>
  post(url, JSON.stringify({ query }), headers());
const start = (options: Partial<Parameters<typeof startApi>[0]> = {}): Promise<RunningApi> =>
  startApi({ databaseUrl: seeded.database.url, port: 0, log: () => {}, ...options });

test('servers are replaced one after the other under load, and no request fails', async () => {
  const ready = new Set<string>();
  const olds = [await start({ leaveMs: LEAVE_MS }), await start({ leaveMs: LEAVE_MS })];
  const news: RunningApi[] = [];
  const known = new Set(olds.map(({ url }) => url));
  const state = { over: false, answered: 0 };
  /** As a load balancer does: looks at /readyz, and sends only where it said yes. */
  const watching = (async () => {
    while (!state.over) {
      for (const url of known) {
        const response = await fetch(new URL('/readyz', url)).catch(() => null);
        await response?.arrayBuffer();
        if (response?.status === 200) ready.add(url);
        else ready.delete(url);
      }
      await pause(30);
    }
  })();
  while (ready.size < 2) await pause(10);
  const failed: string[] = [];
  const client = async (no: number): Promise<void> => {
    while (!state.over) {
      const urls = [...ready];
      const url = urls[(no + state.answered) % urls.length]!;
      const reply = await ask(url, '{ orders(first: 5) { nodes { id customer { id } } } }').catch(
        (error: unknown) => error,
      );
      if ((reply as Reply<unknown>).status === 200) state.answered += 1;
      else
        failed.push(
          reply instanceof Error ? `${reply.message} ${JSON.stringify(reply.cause)}` : (reply as Reply<unknown>).text,
        );
    }
  };
  const clients = Promise.all(Array.from({ length: 16 }, (_, no) => client(no)));
  for (const old of olds) {
    const next = await start();
    news.push(next);
    known.add(next.url);
    while (!ready.has(next.url)) await pause(10);
    const before = state.answered;
    await old.close();
    known.delete(old.url);
    while (state.answered < before + 20) await pause(10);
  }
  state.over = true;
  await Promise.all([clients, watching]);
  await Promise.all(news.map((api) => api.close()));
  expect(failed).toEqual([]);
  expect(state.answered).toBeGreaterThan(40);
});

/** A way to the database that can be cut and mended. */
class Way {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut = false;

  constructor(target: URL) {
    this.#server = createServer((socket) => {
      if (this.#cut) return socket.destroy();
      const on = connect(Number(target.port), target.hostname);
      for (const end of [socket, on]) {
        this.#sockets.add(end);
        end.on('error', () => {}).once('close', () => this.#sockets.delete(end));
      }
      return void socket.pipe(on).pipe(socket);
    });
  }
  async open(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }
  mend(): void {
    this.#cut = false;
  }
  close(): void {
    this.cut();
    this.#server.close();
  }
}

test('while the database is away, figures that were asked before are told, marked as old; the rest is refused; then all is as before', async () => {
  const url = new URL(seeded.database.url);
  const way = new Way(new URL(url));
  url.port = String(await way.open());
  url.hostname = '127.0.0.1';
  const api = await start({ databaseUrl: url.href });
  const figures =
    '{ metrics(metrics: [ORDERS], period: {from: "2025-01-01", to: "2025-02-01"}) { dataVersion series { revisions { id } points { value } } } }';
  const before = await ask(api.url, figures);
  expect(before.errors).toEqual([]);
  expect(before.extensions).not.toHaveProperty('stale');

  way.cut();
  await pause(3500); // whoever was seen within three seconds is believed anyway
  const old = await ask(api.url, figures);
  expect(old).toMatchObject({
    status: 200,
    data: before.data,
    extensions: { stale: { since: expect.any(String), dataVersion: '3' } },
  });
  const other = await ask(api.url, '{ shops { code } }');
  expect(other).toMatchObject({ status: 503, errors: [{ extensions: { code: 'DATABASE_UNAVAILABLE' } }] });
  expect((await fetch(new URL('/livez', api.url))).status).toBe(200);
  expect((await fetch(new URL('/readyz', api.url))).status).toBe(503);
  const stranger = await post(api.url, JSON.stringify({ query: figures }), { authorization: 'Bearer rpt_unknown' });
  expect(stranger.status).toBe(503);

  way.mend();
  const again = await ask(api.url, figures);
  expect(again.data).toEqual(before.data);
  expect(again.extensions).not.toHaveProperty('stale');
  expect((await ask(api.url, '{ shops { code } }')).status).toBe(200);
  await api.close();
  way.close();
});

test('Prometheus is told of operations, answers and connections on a port of its own; no label holds what a client wrote', async () => {
  const lines: LogLine[] = [];
  const api = await start({ metricsPort: 0, log: (line) => lines.push(line) });
  await ask(api.url, 'query Zhang13800001111 { shops { code } }');
  await ask(api.url, '{ orders(first: 500) { totalCount } }');
  await fetch(new URL('/customers/13800001111?phone=13800001111', api.url));
  const told = async () => (await fetch(api.metricsUrl!)).text();
  // A connection is given back behind the answer.
  await expect.poll(told).toMatch(/rapport_pool_connections\{state="idle"\} [1-9]/);
  const text = await told();
  expect(text).toMatch(/rapport_graphql_operation_seconds_count\{role="analyst",outcome="ok"\} 1/);
  expect(text).toMatch(/rapport_graphql_operation_seconds_count\{role="analyst",outcome="PAGE_LIMIT"\} 1/);
  expect(text).toMatch(/rapport_http_requests_total\{route="graphql",status="2xx"\} 1/);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(`${text}${JSON.stringify(lines)}`).not.toMatch(/13800001111|Zhang/);
  expect((await fetch(new URL('/metrics', api.url))).headers.get('content-type')).not.toMatch(/openmetrics|version=0/);
  await api.close();
  await expect(fetch(api.metricsUrl!)).rejects.toThrow('fetch failed');
});
