import { createUser } from '@rapport/api';
import { audit, isInChain, verifyAudit } from '@rapport/model/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const entry = (n: number) => ({ actor: 'cli test', action: 'test.entry', subject: `thing ${n}`, detail: { n } });

/** As somebody with all rights over the server would go about it. */
async function tamper(statement: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query(`begin; set local session_replication_role = replica; ${statement}; commit`);
  } finally {
    client.release();
  }
}

test('entries of many transactions at once make one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => audit(database.pool, entry(n))));
  expect(await verifyAudit(database.pool)).toMatchObject({ entries: 40, faults: [] });
});

test('what is done is done with its entry, or not at all', async () => {
  const client = await database.pool.connect();
  await client.query('begin');
  await audit(client, entry(100));
  await client.query('rollback');
  client.release();
  await createUser(database.pool, { name: 'chained', role: 'analyst' });
  expect(await verifyAudit(database.pool)).toMatchObject({ entries: 41, faults: [] });
});

test('a long transaction that audits early keeps nobody waiting, and takes its place when it ends', async () => {
  const slow = await database.pool.connect();
  await slow.query('begin');
  await audit(slow, entry(200));
  await audit(database.pool, entry(201));
  await slow.query('commit');
  slow.release();
  const { rows } = await database.pool.query<{ subject: string }>(
    'select subject from ops.audit_chain c join ops.audit a on a.id = c.audit_id order by seq desc limit 2',
  );
  expect(rows.map(({ subject }) => subject)).toEqual(['thing 200', 'thing 201']);
  expect((await verifyAudit(database.pool)).faults).toEqual([]);
});

test.each([
  'update ops.audit set actor = $$x$$',
  'delete from ops.audit',
  'truncate ops.audit cascade',
  'delete from ops.audit_chain',
])('nobody can %s', async (statement) => {
  await expect(database.pool.query(statement)).rejects.toThrow(/only grows|permission denied/);
});

test('an entry that was changed, one that was removed and one that was slipped in are each named', async () => {
  const { head } = await verifyAudit(database.pool);
  await tamper(`update ops.audit set detail = '{"n": 7777}' where subject = 'thing 7'`);
  await tamper(`delete from ops.audit where subject = 'thing 9'`);
  await tamper(`insert into ops.audit (actor, action, subject) values ('cli nobody', 'test.entry', 'slipped in')`);
  const { faults } = await verifyAudit(database.pool);
  expect(faults.map(({ fault }) => fault).toSorted()).toEqual(['changed', 'not chained', 'removed']);
  expect(await isInChain(database.pool, head!)).toBe(true);
});

test('an end that was cut off shows against a head kept elsewhere', async () => {
  await audit(database.pool, entry(300));
  const { head } = await verifyAudit(database.pool);
  await tamper(`delete from ops.audit where subject = 'thing 300'`);
  await tamper('delete from ops.audit_chain where seq = (select max(seq) from ops.audit_chain)');
  expect(await isInChain(database.pool, head!)).toBe(false);
});
