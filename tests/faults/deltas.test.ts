import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { verifyRollups } from '@rapport/model/metrics';
import type { TestDatabase } from '../testkit/index.ts';
import { differences, dump } from './dump.ts';
import { emptyHouse, load } from './loads.ts';

const directory = mkdtempSync(join(tmpdir(), 'rapport-corner-'));
const opened: TestDatabase[] = [];
let clock = Date.UTC(2024, 0, 1);

beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', join(import.meta.dirname, 'sources')));
beforeEach(() => {
  for (const name of readdirSync(directory)) rmSync(join(directory, name));
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

function deliver(name: string, lines: readonly string[]): void {
  const head = name.startsWith('people')
    ? 'id,name,phone,note,seen'
    : name.startsWith('orders')
      ? 'id,person,status,ordered,changed'
      : 'order_id,no,sku,price,comment,changed';
  clock += 60_000;
  writeFileSync(join(directory, `${name}.csv`), `${[head, ...lines].join('\n')}\n`);
  utimesSync(join(directory, `${name}.csv`), clock / 1000, clock / 1000);
}

const corner = (url: string, options = {}) => load(url, directory, { source: 'corner', ...options });

/** One order's life and its neighbours', each step a delivery of its own. */
const steps: [name: string, lines: string[]][] = [
  [
    'orders-1',
    [
      'o1,ada,created,2024-01-01 08:00:00,2024-01-01 08:00:00',
      'o2,bob,created,2024-01-01 09:00:00,2024-01-01 09:00:00',
    ],
  ],
  ['orders-2', ['o1,ada,shipped,2024-01-01 08:00:00,2024-01-02 08:00:00']],
  [
    'orders-3',
    [
      'o1,ada,delivered,2024-01-01 08:00:00,2024-01-05 08:00:00',
      'o3,ada,created,2024-01-09 08:00:00,2024-01-09 08:00:00',
    ],
  ],
  ['orders-4', ['o2,cyd,canceled,2024-01-01 09:00:00,2024-01-03 08:00:00']],
  ['orders-5', ['o3,ada,created,2024-01-09 08:00:00,2024-01-12 08:00:00']],
  ['orders-6', ['o3,ada,shipped,2024-01-09 08:00:00,2024-01-10 08:00:00']],
  ['items-1', ['o1,1,tea,12.50,x,2024-01-01 08:00:00', 'o3,1,cup,8.00,x,2024-01-09 08:00:00']],
  ['items-2', ['o1,1,tea,13.50,x,2024-01-04 08:00:00', 'o2,1,pot,99.99,x,2024-01-01 09:00:00']],
  ['people-1', ['ada,艾达,13812341234,likes tea,2024-01-01 00:00:00', 'bob,鲍勃,13900000000,,2024-01-01 00:00:00']],
  ['people-2', ['ada,艾达,13712341234,likes tea,2024-01-08 00:00:00']],
];

/** A shuffle that depends on nothing but its seed. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  const left = [...values];
  const out: T[] = [];
  let state = seed * 2_654_435_761;
  while (left.length > 0) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    out.push(...left.splice(state % left.length, 1));
  }
  return out;
}

it('the latest version wins, whatever the order of arrival', async () => {
  const times = new Map(steps.map(([name], at) => [name, Date.UTC(2024, 1, 1) + at * 60_000]));
  const arrive = async (order: readonly (typeof steps)[number][], each: boolean) => {
    const made = await house();
    for (const name of readdirSync(directory)) rmSync(join(directory, name));
    for (const [name, lines] of order) {
      deliver(name, lines);
      const time = (times.get(name) ?? 0) / 1000;
      utimesSync(join(directory, `${name}.csv`), time, time);
      if (each && readdirSync(directory).some((file) => file.startsWith('orders'))) await corner(made.url);
    }
    if (!each) await corner(made.url);
    expect(await verifyRollups(made.pool)).toEqual([]);
    return dump(made.pool);
  };
  const together = await arrive(steps, false);
  for (let seed = 1; seed <= 4; seed++)
    expect([seed, differences(together, await arrive(shuffled(steps, seed), true))]).toEqual([seed, {}]);
  expect(
    together['journey.order_journey']?.map((line) => (JSON.parse(line) as { status: string }).status).toSorted(),
  ).toEqual(['canceled', 'created', 'delivered']);
});

it('a file that was taken is not taken again under another name', async () => {
  const made = await house();
  deliver('orders-1', ['o1,ada,created,2024-01-01 08:00:00,2024-01-01 08:00:00']);
  await corner(made.url);
  deliver('orders-copy', ['o1,ada,created,2024-01-01 08:00:00,2024-01-01 08:00:00']);
  expect((await corner(made.url)).state).toBe('unchanged');
});

it('names and phones reach the vault sealed and the tables masked; clear text is nowhere, not even in quarantine', async () => {
  const made = await house();
  deliver('orders-1', ['o1,ada,created,2024-01-01 08:00:00,2024-01-01 08:00:00']);
  deliver('people-1', [
    'ada,艾达·洛夫莱斯,13812341234,likes tea,2024-01-01 00:00:00',
    'bob,鲍勃,13987654321,x,2024-02-30 00:00:00',
    'cyd,only three,13787654321',
  ]);
  await corner(made.url);
  const { rows } = await made.pool.query(
    `select external_id, name_masked, phone_masked from core.customers where not inferred`,
  );
  expect(rows).toEqual([{ external_id: 'ada', name_masked: '艾*', phone_masked: '138****1234' }]);
  const { rows: contacts } = await made.pool.query('select field, key_id from vault.contacts order by field');
  expect(contacts).toEqual([
    { field: 'name', key_id: 1 },
    { field: 'phone', key_id: 1 },
  ]);
  const { rows: refused } = await made.pool.query(
    'select reason, field, raw_encrypted, detail, raw from ops.quarantine order by record_no',
  );
  expect(refused).toMatchObject([
    {
      reason: 'invalid_date',
      field: 'seen',
      raw_encrypted: true,
      detail: { expected: 'timestamp', found: '2*' },
    },
    { reason: 'too_few_fields', field: null, raw_encrypted: true },
  ]);
  for (const secret of ['13987654321', '13787654321', '鲍勃']) {
    for (const { raw } of refused as { raw: Buffer }[]) expect(raw.includes(secret)).toBe(false);
  }
});

it('the same personal values are sealed alike, so a newer file with the same person changes nothing', async () => {
  const made = await house();
  deliver('orders-1', ['o1,ada,created,2024-01-01 08:00:00,2024-01-01 08:00:00']);
  deliver('people-1', ['ada,艾达,13812341234,tea,2024-01-01 00:00:00']);
  await corner(made.url);
  const before = await dump(made.pool, ['file_id', 'file_time', 'source_version']);
  deliver('people-2', ['ada,艾达,13812341234,tea,2024-01-05 00:00:00']);
  const report = await corner(made.url);
  expect(report.feeds).toMatchObject([{ feed: 'customers', read: 1, unchanged: 1 }]);
  expect(differences(before, await dump(made.pool, ['file_id', 'file_time', 'source_version']))).toEqual({});
});
