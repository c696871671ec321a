import { basename, dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKey, startApi, type RunningApi } from '@rapport/api';
import { operationsOf } from '@rapport/bin/operations';
import { ask } from '../testkit/demo-house.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { home, Quarantine, refusedRows } from './refused.ts';

const quarantine = new Quarantine();
const { shop, load, correct } = quarantine;
const delivered = basename(shop.delivery);
let house: TestDatabase;
let api: RunningApi;
let key: string;

/** A feed that joins two files: refused records alone are not enough for it. */
const source = shop.source('joined', {
  files: {
    orders: { file: 'orders.csv', columns: { id: 'text', at: 'timestamp' } },
    places: { file: 'places.csv', lookup: true, columns: { order_id: 'text', city: 'text' } },
  },
  feeds: {
    orders: {
      from: 'orders',
      sql: `select o.file_id, o.record_no, o.id as external_id, 'created' as status, o.at as ordered_at, p.city
        from {orders} o left join {places} p on p.order_id = o.id`,
    },
  },
});

beforeAll(async () => {
  house = await quarantine.open();
  const operations = operationsOf({ home, masterKey: undefined, deliveries: dirname(shop.delivery) }, house, {
    look: () => undefined,
  });
  api = await startApi({ databaseUrl: house.url, port: 0, operations, log: () => {} });
  ({ key } = await createApiKey(house.pool, { role: 'operator', label: 'mender' }));
  shop.deliver({
    'orders.csv': 'id,at\na,2024-01-01 08:00\nb,2024-02-30 08:00\n',
    'places.csv': 'order_id,city\nb,上海\n',
  });
  await load(house, source);
  const [row] = await refusedRows(house);
  await correct(house, row!.id, { fields: [{ column: 'at', value: '2024-02-28 08:00' }] });
});
afterAll(() => api.close());

interface Replayed {
  sources: { loaded: number }[];
  userErrors: { code: string; field: string | null; text: { en: string; zh: string } }[];
}
async function asked(mutation: 'previewReplay' | 'replayQuarantine', from: string | null): Promise<Replayed> {
  const query = `mutation($source: String!, $from: String) {
    ${mutation}(selection: { source: $source }, from: $from) { sources { loaded } userErrors { code field text { en zh } } } }`;
  const { answer } = await ask(api.url, key, query, { source, from });
  expect(answer.errors).toBeUndefined();
  return (answer.data as Record<string, Replayed>)[mutation]!;
}

it('a feed that joins files is told what to give, and given the folder of the delivery it is replayed', async () => {
  const { userErrors } = await asked('previewReplay', null);
  expect(userErrors).toMatchObject([{ code: 'REPLAY_NEEDS_FILES', text: { zh: expect.stringContaining('交付目录') } }]);
  expect(userErrors[0]!.text.en).toContain('over the API from');
  expect(await asked('previewReplay', delivered)).toMatchObject({ sources: [{ loaded: 1 }], userErrors: [] });
  expect(await asked('replayQuarantine', delivered)).toMatchObject({ sources: [{ loaded: 1 }], userErrors: [] });
  expect(await asked('replayQuarantine', delivered)).toEqual({ sources: [], userErrors: [] });
});

it('no folder outside the deliveries is ever looked into', async () => {
  for (const from of ['..', `../${delivered}`, '/etc', `${delivered}/../../elsewhere`])
    expect((await asked('previewReplay', from)).userErrors).toMatchObject([{ code: 'FOLDER_OUTSIDE', field: 'from' }]);
});
