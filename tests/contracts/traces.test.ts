import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApi, type LogLine, type RunningApi } from '@rapport/api';
import { openTracing, tracingLoads } from '@rapport/bin/telemetry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';

interface Told {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
  status: { code?: number };
}

/** What a collector is: takes spans by OTLP over HTTP, as JSON. */
class Collector {
  readonly spans: Told[] = [];
  readonly services = new Set<string>();
  readonly #server: Server;
  text = '';

  constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        if (request.url === '/v1/traces') this.#take(body);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
  }
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  #take(body: string): void {
    this.text += body;
    type Sent = { resource: Pick<Told, 'attributes'>; scopeSpans: { spans: Told[] }[] };
    for (const { resource, scopeSpans } of (JSON.parse(body) as { resourceSpans: Sent[] }).resourceSpans) {
      for (const { key, value } of resource.attributes)
        if (key === 'service.name') this.services.add(value.stringValue ?? '');
      this.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
    }
  }
  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

const about = ({ attributes }: Told): Record<string, unknown> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));

let house: DemoHouse;
let collector: Collector;
let address: string;
beforeAll(async () => {
  house = await openDemoHouse({ orders: 100, seed: 'traces', sources: ['demo'] });
  collector = new Collector();
  address = await collector.open();
});
afterAll(async () => {
  collector.close();
  await house.close();
});

const CALLER = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

async function traced(work: (api: RunningApi) => Promise<void>): Promise<Told[]> {
  const tracing = await openTracing(address, 'rapport api');
  const log: LogLine[] = [];
  const api = await startApi({ databaseUrl: house.database.url, port: 0, tracing, log: (line) => log.push(line) });
  const before = collector.spans.length;
  await work(api);
  await api.close();
  await tracing.close();
  return collector.spans.slice(before);
}

test('one request is a span, and each statement it read with a child named by its comment', async () => {
  const key = await house.key('analyst');
  const query =
    'query ZhangWei13812341234 { orders(first: 3, where: { shop: "demo" }) { nodes { id customer { id } } } }';
  const spans = await traced(async (api) => {
    const response = await fetch(new URL('/graphql', api.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, traceparent: CALLER },
      body: JSON.stringify({ query }),
    });
    expect(response.status).toBe(200);
  });
  const operation = spans.find(({ name }) => name === 'graphql operation')!;
  expect([operation.traceId, operation.parentSpanId]).toEqual(CALLER.split('-').slice(1, 3));
  expect(about(operation)).toMatchObject({
    'rapport.role': 'analyst',
    'rapport.outcome': 'ok',
    'graphql.operation.type': 'query',
    'rapport.document': expect.stringMatching(/^[\da-f]{12}$/),
    'rapport.cost': expect.any(Number),
  });
  const statements = spans.filter(({ parentSpanId }) => parentSpanId === operation.spanId);
  expect(statements.map(({ name }) => name)).toEqual(expect.arrayContaining(['orders', 'customers by id']));
  for (const each of statements) {
    expect(each.traceId).toBe(operation.traceId);
    expect(Object.keys(about(each)).toSorted()).toEqual([
      'db.response.returned_rows',
      'db.system.name',
      'rapport.outcome',
    ]);
    expect(BigInt(each.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(each.startTimeUnixNano));
  }
  expect([...collector.services]).toEqual(['rapport api']);
});

test('a refused request ends with its code, and nothing a client wrote is told, nor any value', async () => {
  const key = await house.key('executive');
  const spans = await traced(async (api) => {
    for (const query of [
      'query Zhang13800001111 { orders(first: 3) { nodes { id } } }',
      '{ metrics(metrics: [ORDERS], period: {from: "2026-01-01", to: "2026-01-31"}, where: [{dimension: REGION, in: ["13800001111"]}]) { series { points { value } } } }',
    ])
      await ask(api.url, key, query);
  });
  const [refused, answered] = spans.filter(({ name }) => name === 'graphql operation');
  expect([about(refused!)['rapport.outcome'], refused!.status.code]).toEqual(['FORBIDDEN', 2]);
  expect(about(answered!)['rapport.outcome']).toBe('ok');
  expect(collector.text).not.toMatch(/13800001111|13812341234|Zhang|select |2026-01-31/);
});

test('a load is a span with its stages, in order, when its log line says that it is over', async () => {
  const tracing = await openTracing(address, 'rapport worker');
  const lines: string[] = [];
  const log = tracingLoads(house.database.pool, tracing, (_, event) => lines.push(event));
  const before = collector.spans.length;
  log('info', 'load.started', { source: 'demo' });
  log('info', 'load.loaded', { source: 'demo', run: '1' });
  log('info', 'load.loaded', { source: 'demo', run: '999' });
  await tracing.close();
  const spans = collector.spans.slice(before);
  const load = spans.find(({ name }) => name === 'load')!;
  expect(about(load)).toMatchObject({ 'rapport.source': 'demo', 'rapport.outcome': 'committed', 'rapport.run': 1 });
  const stages = spans
    .filter(({ parentSpanId }) => parentSpanId === load.spanId)
    .toSorted((a, b) => Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)));
  const { rows } = await house.database.pool.query<{ stage: string }>(
    'select stage from ops.run_stages where run_id = 1 order by started_at',
  );
  expect(stages.map(({ name }) => name)).toEqual(rows.map(({ stage }) => `load ${stage}`));
  expect(spans.length).toBe(stages.length + 1);
  expect(lines).toEqual(['load.started', 'load.loaded', 'load.loaded']);
});

test('a collector that is away or silent holds nothing up', async () => {
  const tracing = await openTracing('http://127.0.0.1:9', 'rapport api');
  const api = await startApi({ databaseUrl: house.database.url, port: 0, tracing, log: () => {} });
  const { answer } = await ask(api.url, await house.key('analyst'), '{ shops { code } }');
  expect(answer.errors).toBeUndefined();
  await api.close();
  await tracing.close();
});
