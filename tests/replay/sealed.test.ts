import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rawOpener } from '@rapport/etl';
import { apartFromFiles, home, Quarantine, refusedRows } from './refused.ts';
import { differences, dump } from '../faults/dump.ts';
import { rapport } from '../setup/run-rapport.ts';
import type { TestDatabase } from '../testkit/index.ts';

const quarantine = new Quarantine();
const { shop, load, replay, correct, preview } = quarantine;

const people = shop.source('people', {
  files: {
    people: {
      file: 'people.csv',
      delivery: 'delta',
      columns: { id: 'text', name: 'text', phone: 'text', seen: 'timestamp' },
      personal: { name: 'encrypt', phone: 'encrypt' },
    },
  },
  feeds: {
    customers: {
      from: 'people',
      sql: 'select file_id, record_no, id as external_id, name, name_masked, phone, phone_masked, seen as source_version from {people}',
    },
  },
});

const file = (seen: string) => ({
  'people.csv': `id,name,phone,seen\nada,艾达,13812341234,${seen}\nbob,鲍勃,13900000000,2024-01-01 08:00\n`,
});

/** Every text of every table, as PostgreSQL would write it out. */
async function everythingIn({ pool }: TestDatabase): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('core', 'journey', 'mart', 'ops', 'vault', 'landing', 'auth') and c.relkind = 'r'`,
  );
  let text = '';
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(
      `select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`,
    );
    text += rows[0]?.text;
  }
  return text;
}

const inHex = (text: string): string => Buffer.from(text).toString('hex');

it('personal columns are corrected and replayed without ever being in the database in clear', async () => {
  const [house, clean] = [await quarantine.open(), await quarantine.open()];
  shop.deliver(file('2024-02-30 08:00'));
  await load(house, people);
  const [row] = await refusedRows(house);
  await correct(house, row!.id, {
    fields: [
      { column: 'seen', value: '2024-02-28 08:00' },
      { column: 'phone', value: '13711112222' },
    ],
  });
  await preview(house, { source: people });
  expect(await replay(house, { source: people })).toMatchObject([{ rows: 1, loaded: 1 }]);
  const everything = await everythingIn(house);
  for (const personal of ['艾达', '13812341234', '13711112222', '鲍勃', '13900000000']) {
    expect(everything).not.toContain(personal);
    expect(everything).not.toContain(inHex(personal));
  }
  const open = await rawOpener(house.pool, { home });
  const { rows } = await house.pool.query<{ raw: Buffer; corrected: Buffer }>(
    'select raw, corrected from ops.quarantine',
  );
  expect(open(rows[0]!.raw).toString()).toBe('ada,艾达,13812341234,2024-02-30 08:00');
  expect(open(rows[0]!.corrected).toString()).toBe('ada,艾达,13711112222,2024-02-28 08:00');

  shop.deliver({ 'people.csv': file('2024-02-28 08:00')['people.csv'].replace('13812341234', '13711112222') });
  // The same key, so that the same values are sealed to the same bytes.
  await clean.pool.query(
    `insert into vault.data_keys select * from jsonb_populate_recordset(null::vault.data_keys, $1)`,
    [
      JSON.stringify(
        (await house.pool.query('select to_jsonb(k) as k from vault.data_keys k')).rows.map(({ k }) => k as unknown),
      ),
    ],
  );
  await load(clean, people);
  const apart = [...apartFromFiles, 'file_time'];
  expect(differences(await dump(clean.pool, apart), await dump(house.pool, apart))).toEqual({});
});

it('what the audit keeps of a correction is which columns it was about', async () => {
  const house = await quarantine.open();
  shop.deliver(file('2024-02-30 08:00'));
  await load(house, people);
  const [row] = await refusedRows(house);
  await correct(house, row!.id, { fields: [{ column: 'phone', value: '13711112222' }] });
  const { rows } = await house.pool.query('select actor, action, subject, detail from ops.audit');
  expect(rows).toEqual([
    {
      actor: 'cli test',
      action: 'quarantine.correct',
      subject: `quarantine ${row!.id}`,
      detail: { source: 'people', feed: 'customers', columns: ['phone'] },
    },
  ]);
});

it('sealed records leave the house only opened by who holds the master key, and that is written down', async () => {
  const house = await quarantine.open();
  shop.deliver(file('2024-02-30 08:00'));
  await load(house, people);
  const env = { DATABASE_URL: house.url, RAPPORT_HOME: home, RAPPORT_SOURCES: shop.folder };
  const exported = async (name: string, ...options: string[]) => {
    const out = join(home, name);
    expect(await rapport(['quarantine', 'export', '--out', out, ...options], env)).toMatchObject({ code: 0 });
    return JSON.parse(await readFile(out, 'utf8')) as unknown;
  };
  expect(await exported('sealed.ndjson')).toMatchObject({ raw: '(sealed)' });
  expect(await exported('opened.ndjson', '--decrypt')).toMatchObject({ raw: 'ada,艾达,13812341234,2024-02-30 08:00' });
  const { rows } = await house.pool.query('select detail from ops.audit order by id');
  expect(rows).toMatchObject([{ detail: { decrypted: false } }, { detail: { decrypted: true } }]);
});
