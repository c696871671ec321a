import { audit } from '@rapport/model/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await audit(database.pool, {
    actor: 'cli test',
    action: 'quarantine.discard',
    subject: 'quarantine 1',
    detail: { rows: 2 },
  });
});
afterAll(() => database.drop());

it('an entry says who did what to what, and when', async () => {
  const { rows } = await database.pool.query('select actor, action, subject, run_id, detail, at from ops.audit');
  expect(rows).toEqual([
    {
      actor: 'cli test',
      action: 'quarantine.discard',
      subject: 'quarantine 1',
      run_id: null,
      detail: { rows: 2 },
      at: expect.any(Date),
    },
  ]);
});

it.each([
  `update ops.audit set actor = 'nobody'`,
  'delete from ops.audit',
  'truncate ops.audit',
  `insert into ops.audit (id, actor, action, subject) overriding system value values (1, 'a', 'b.c', 'd')
   on conflict (id) do update set actor = 'nobody'`,
])('what was done cannot be changed or taken back: %s', async (statement) => {
  await expect(database.pool.query(statement)).rejects.toMatchObject({
    message: expect.stringContaining('only grows'),
  });
  const { rows } = await database.pool.query('select actor from ops.audit');
  expect(rows).toEqual([{ actor: 'cli test' }]);
});

it('an entry of a transaction that is taken back is no entry', async () => {
  const client = await database.pool.connect();
  await client.query('begin');
  await audit(client, { actor: 'cli test', action: 'quarantine.replay', subject: 'source demo' });
  await client.query('rollback');
  client.release();
  const { rows } = await database.pool.query('select from ops.audit');
  expect(rows).toHaveLength(1);
});
