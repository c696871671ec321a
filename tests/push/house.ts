import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFeedKey, startApi, type RunningApi } from '@rapport/api';
import { PushIntake, PushPublisher } from '@rapport/etl';
import { vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';

interface Reply {
  status: number;
  headers: Headers;
  body: {
    batch: string;
    accepted: number;
    refused: number;
    repeated: boolean;
    rows: {
      line: number;
      status: string;
      reason?: string;
      field?: string;
      expected?: string;
      title?: { zh: string };
    }[];
    error?: { code: string; message: string; text: { zh: string } };
  };
}

/** A shop whose rows are pushed: an API with an intake, and a publisher that works when it is told to. */
export class PushedShop {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rapport-push-'));
  readonly home = join(this.#folder, 'home');
  house!: TestDatabase;
  api!: RunningApi;
  publisher!: PushPublisher;
  key!: string;
  #sent = 0;

  async open(mostWaitingBytes?: number): Promise<this> {
    const source = join(this.#folder, 'sources', 'till');
    mkdirSync(source, { recursive: true });
    mkdirSync(this.home);
    writeFileSync(
      join(source, 'source.yaml'),
      'name: till\nshop: { code: till, title: { en: Till, zh: 门店 }, zone: Asia/Shanghai, currency: CNY }\npush: true\n',
    );
    vi.stubEnv('RAPPORT_SOURCES', join(this.#folder, 'sources'));
    this.house = await emptyHouse();
    const own = { db: this.house.pool, home: this.home, masterKey: null };
    this.publisher = this.anotherPublisher();
    const intake = new PushIntake({ ...own, ...(mostWaitingBytes === undefined ? {} : { mostWaitingBytes }) });
    this.api = await startApi({ databaseUrl: this.house.url, port: 0, log: () => undefined, intake });
    this.key = (await createFeedKey(this.house.pool, { source: 'till', label: 'test' })).key;
    return this;
  }

  anotherPublisher(): PushPublisher {
    const own = { db: this.house.pool, home: this.home, masterKey: null };
    return new PushPublisher({ ...own, databaseUrl: this.house.url, log: () => undefined });
  }

  async send(
    feed: string,
    rows: readonly (object | string)[] | Buffer,
    { key = this.key, idempotencyKey = `key ${(this.#sent += 1)}`, type = 'application/x-ndjson' } = {},
  ): Promise<Reply> {
    const body = Buffer.isBuffer(rows)
      ? rows
      : rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
    const response = await fetch(new URL(`/ingest/${feed}`, this.api.url), {
      method: 'POST',
      headers: {
        'content-type': type,
        ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
        ...(idempotencyKey === '' ? {} : { 'idempotency-key': idempotencyKey }),
      },
      body: new Uint8Array(Buffer.from(body)),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Reply['body'] };
  }

  async batch(id: string): Promise<{ state: string; runId: string | null; rows: number; errorCode: string | null }> {
    const response = await fetch(new URL(`/ingest/batches/${id}`, this.api.url), {
      headers: { authorization: `Bearer ${this.key}` },
    });
    return (await response.json()) as Awaited<ReturnType<PushedShop['batch']>>;
  }

  async ask<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.house.pool.query<Row>(sql)).rows;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.publisher.close();
    await this.house.drop();
    vi.unstubAllEnvs();
    rmSync(this.#folder, { recursive: true });
  }
}

export const order = (id: string, more: object = {}): object => ({
  external_id: id,
  customer_ref: `c-${id}`,
  status: 'delivered',
  ordered_at: '2025-01-05T08:00:00+08:00',
  ...more,
});
