import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { replay } from '@rapport/etl';
import type { TestDatabase } from '../testkit/index.ts';
import { differences, dump } from '../faults/dump.ts';
import { emptyHouse, load } from '../faults/loads.ts';
import { ordersSql, TriedSources } from '../faults/tried-source.ts';
import { home, refusedRows } from './refused.ts';

const sources = new TriedSources();
const opened: TestDatabase[] = [];

const orders = (file: string, more = '') => `files:
  orders: { file: ${file}, ${more} columns: { id: text, person: text, status: text, at: timestamp } }
feeds:
  orders: { from: orders }
`;

beforeAll(() => {
  vi.stubEnv('RAPPORT_SOURCES', sources.folder);
  sources.write('snap', orders('orders.csv'), { orders: ordersSql('snap') });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all(opened.map((one) => one.drop()));
});

async function house(): Promise<TestDatabase> {
  const made = await emptyHouse();
  opened.push(made);
  return made;
}

const again = ({ url: databaseUrl }: TestDatabase, source: string, more = {}) =>
  replay({ databaseUrl, home, actor: 'cli test', selection: { source }, ...more });

it('rows that the source learns to read are loaded by a replay, as a clean load would have done', async () => {
  const [tried, clean] = [await house(), await house()];
  const from = sources
    .clear()
    .put(
      'orders.csv',
      'status,id,person,at\ndelivered,a,ada,2024-01-01 08:00\nshipped,b,ada,1924-01-02 08:00\nshipped,c,bob,2024-01-03 08:00\n',
    );
  await load(tried.url, from, { source: 'snap' });
  const waiting = { reason: 'implausible_date', field: 'ordered_at', state: 'waiting', record_no: 2 };
  expect(await refusedRows(tried)).toMatchObject([waiting]);
  const mended = ordersSql('snap').replace(', at as', `, at + interval '100 years' * (at < '1990-01-01')::int as`);
  sources.write('snap', orders('orders.csv'), { orders: mended });
  expect(await again(tried, 'snap')).toMatchObject([{ source: 'snap', rows: 1, loaded: 1, refused: 0 }]);
  await load(clean.url, from, { source: 'snap' });
  expect(differences(await dump(clean.pool), await dump(tried.pool))).toEqual({});
  expect(await refusedRows(tried)).toMatchObject([{ state: 'replayed' }]);
});
