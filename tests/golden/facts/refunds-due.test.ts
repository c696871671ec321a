import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerMetrics } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { shop, type Shop } from '../../testkit/shop.ts';
import { writer } from './written.ts';

/** All promised for 03-10. R1's money came a day before; R2 was refused, then granted, and paid a day late; R3 stays refused; R4 and R5 bring no money. */
function requests(): Shop {
  const made = shop();
  const write = writer(made);
  made
    .customer('Ada')
    .ordered('A1', '2024-03-01 10:00')
    .delivered('2024-03-02 10:00')
    .ordered('A2', '2024-04-30 10:00');
  const asked = { customer: 'Ada', order: 'A1', reason: 'quality', requested_at: '2024-03-03 10:00' };
  const due = { ...asked, due_at: '2024-03-10 10:00', status: 'completed', kind: 'return' };
  const granted = { approved_at: '2024-03-05 10:00' };
  write('returns', 'R1', { ...due, ...granted, refunded_at: '2024-03-09 10:00' });
  write('returns', 'R2', { ...due, ...granted, rejected_at: '2024-03-04 10:00', refunded_at: '2024-03-11 10:00' });
  write('returns', 'R3', { ...due, status: 'rejected', rejected_at: '2024-03-04 10:00' });
  write('returns', 'R4', { ...due, ...granted, kind: 'exchange' });
  write('returns', 'R5', { ...due, ...granted, kind: 'repair' });
  return made;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await requests().load(database.pool);
});
afterAll(() => database.drop());

it('money is due for what was granted in the end and brings money, never for exchanges and repairs', async () => {
  const period = { from: '2024-03-01', to: '2024-03-31' };
  const { series } = await answerMetrics(
    database.pool,
    { metrics: ['REFUND_OVERDUE_RATE'], period },
    { role: 'analyst' },
  );
  expect(series[0]?.points[0]).toMatchObject({ numerator: 1, denominator: 2 });
});
