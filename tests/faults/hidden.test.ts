import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { emptyHouse, load, refusal } from './loads.ts';
import { ordersSql, TriedSources } from './tried-source.ts';

const tried = new TriedSources();
const phone = '13812341234';
let house: TestDatabase;

const peopleSql = `select file_id, record_no, id as external_id, name, name_masked, phone, phone_masked, seen as source_version from landing.hidden__people`;

beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', tried.folder);
  house = await emptyHouse();
  tried.write(
    'hidden',
    `files:
  people: { file: people*.csv, delivery: delta, optional: true, columns: { id: text, name: text, phone: text, seen: timestamp }, personal: { name: encrypt, phone: encrypt } }
  orders: { file: orders*.csv, delivery: delta, optional: true, columns: { id: text, person: text, status: text, at: text } }
feeds: { customers: { from: people }, orders: { from: orders } }`,
    { customers: peopleSql, orders: ordersSql('hidden') },
  );
});
beforeEach(() => tried.clear());
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

const everythingSaid = async (): Promise<string> => {
  const { rows } = await house.pool.query<{ said: string }>(
    `select coalesce(string_agg(error_message, ' '), '') || (select coalesce(string_agg(detail::text, ' '), '') from ops.quarantine) as said from ops.runs`,
  );
  return rows[0]?.said ?? '';
};

it.each([
  ['a record in place of the header', `ada,Ada,${phone},2024-01-01 08:00:00`],
  ['a record that happens to hold a name of the header', `name,Ada,${phone},2024-01-01 08:00:00`],
])('%s is not repeated', async (_what, first) => {
  const { code, message } = await refusal(house.url, tried.put('people.csv', `${first}\n`), { source: 'hidden' });
  expect(code).toBe('header_absent');
  expect(message).not.toContain(phone);
  expect(await everythingSaid()).not.toMatch(/Ada|13812341234/);
});

it('a shifted record of a file with personal columns is quarantined without its values', async () => {
  const lines = ['id,name,phone,seen', `ada,Ada,Lovelace,${phone}`];
  const report = await load(house.url, tried.put('people.csv', lines.join('\n')), { source: 'hidden' });
  expect(report.feeds).toMatchObject([{ feed: 'customers', read: 1, quarantined: 1 }]);
  const { rows } = await house.pool.query('select detail from ops.quarantine');
  expect(rows).toEqual([{ detail: { expected: 'timestamp', found: '138****1234' } }]);
});

it('a cell that a feed cannot cast is not quoted', async () => {
  const lines = ['id,person,status,at', `o1,ada,created,call Mr Li "${phone}"`];
  const { code, message } = await refusal(house.url, tried.put('orders.csv', lines.join('\n')), { source: 'hidden' });
  expect(code).toBe('feed_sql');
  expect(message).toContain('declare its column with that type in source.yaml');
  expect(await everythingSaid()).not.toMatch(/Mr Li|13812341234/);
});
