import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerMetrics, type MetricId } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { shop, type Item, type Shop } from '../../testkit/shop.ts';
import { writer } from './written.ts';

const toy: Item = ['toys', 's1', 10, 0];

/** A1 has one line, complained of by name and again by the order alone; B1 has the same product in two lines and one unit came back. */
function lines(): Shop {
  const made = shop();
  const write = writer(made);
  made
    .customer('Ada')
    .ordered('A1', '2024-03-01 10:00', { items: [toy] })
    .delivered('2024-03-03 10:00');
  made
    .customer('Bo')
    .ordered('B1', '2024-03-02 10:00', { items: [toy, toy] })
    .delivered('2024-03-04 10:00');
  const complaint = { customer: 'Ada', order: 'A1', case_type: 'complaint', topic: 'quality', phase: 'after_sale' };
  const contact = { channel: 'chat', status: 'open', opened_at: '2024-03-06 10:00' };
  write('service_cases', 'K1', { ...complaint, ...contact, product: 'toys of s1' });
  write('service_cases', 'K2', { ...complaint, ...contact });
  write('returns', 'R1', {
    customer: 'Bo',
    order: 'B1',
    product: 'toys of s1',
    kind: 'return',
    reason: 'not_as_described',
    status: 'completed',
    units: 1,
    requested_at: '2024-03-08 10:00',
  });
  return made;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await lines().load(database.pool);
});
afterAll(() => database.drop());

const period = { from: '2024-03-01', to: '2024-03-31' };

async function counts(metric: MetricId): Promise<unknown[]> {
  const answer = await answerMetrics(database.pool, { metrics: [metric], period }, { role: 'analyst' });
  const point = answer.series[0]?.points[0];
  return [point?.numerator, point?.denominator];
}

it('a line counts once, whether a complaint names its product or only its order, or both do', async () => {
  expect(await counts('DEFECT_RATE')).toEqual([1, 3]);
});

it('a unit that came back belongs to one line, though two lines hold its product', async () => {
  expect(await counts('PRODUCT_RETURN_RATE')).toEqual([1, 3]);
  expect(await counts('RETURN_RATE')).toEqual([1, 3]);
});
