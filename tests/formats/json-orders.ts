import { afterAll, beforeAll, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { Workshop } from './sources.ts';

const orderSql =
  'select file_id, record_no, id as external_id, person as customer_ref, status, at as ordered_at, region as city from {orders}';

/** Orders alone, in whatever JSON a test delivers. */
export class JsonOrders {
  readonly workshop = new Workshop();
  readonly #opened: TestDatabase[] = [];

  constructor() {
    beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', this.workshop.folder));
    afterAll(async () => {
      vi.unstubAllEnvs();
      await Promise.all(this.#opened.map((one) => one.drop()));
    });
  }

  async house(): Promise<TestDatabase> {
    const made = await emptyHouse();
    this.#opened.push(made);
    return made;
  }

  source(name: string, file: string, more: Record<string, unknown> = {}): string {
    const region = { type: 'text', path: 'to.city' };
    const columns = { id: 'text', person: 'text', status: 'text', at: 'timestamptz', region };
    const files = { orders: { file, columns, ...more } };
    return this.workshop.source(name, { files, feeds: { orders: { from: 'orders', sql: orderSql } } });
  }
}

export const line = (id: string, more = ''): string =>
  `{"id":"${id}","person":"c1","status":"paid","at":"2025-01-01T00:00:00Z"${more}}`;
