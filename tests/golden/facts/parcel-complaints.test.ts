import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerMetrics, type MetricRequest } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { shop, type Shop } from '../../testkit/shop.ts';
import { writer } from './written.ts';

/**
 * order  parcels             cases
 * A1     carton, recycled    two complaints: late, then damaged
 * A2     recycled            a complaint about its price
 * A3     carton              an enquiry whether it is lost
 * B1     not told            a complaint that it is lost
 * B2     carton              the complaint was withdrawn
 */
function packed(): Shop {
  const made = shop();
  const write = writer(made);
  const ada = made.customer('Ada');
  for (const [external, day] of [
    ['A1', '01'],
    ['A2', '02'],
    ['A3', '03'],
  ] as const)
    // prettier-ignore
    ada.ordered(external, `2024-03-${day} 10:00`);
  const bo = made.customer('Bo');
  for (const external of ['B1', 'B2']) bo.ordered(external, '2024-03-04 10:00');
  const parcel = (external: string, order: string, packaging: string | null) =>
    write('shipments', external, {
      customer: order.startsWith('A') ? 'Ada' : 'Bo',
      order,
      packaging,
      carrier_code: 'sf',
    });
  parcel('P1', 'A1', 'carton');
  parcel('P2', 'A1', 'recycled');
  parcel('P3', 'A2', 'recycled');
  parcel('P4', 'A3', 'carton');
  parcel('P5', 'B1', null);
  parcel('P6', 'B2', 'carton');
  const contact = (external: string, order: string, topic: string, more: object = {}) =>
    write('service_cases', external, {
      customer: order.startsWith('A') ? 'Ada' : 'Bo',
      order,
      topic,
      case_type: 'complaint',
      phase: 'after_sale',
      channel: 'chat',
      status: 'closed',
      opened_at: '2024-03-10 10:00',
      ...more,
    });
  contact('K1', 'A1', 'delivery_late');
  contact('K2', 'A1', 'damaged');
  contact('K3', 'A2', 'price');
  contact('K4', 'A3', 'lost', { case_type: 'enquiry' });
  contact('K5', 'B1', 'lost');
  contact('K6', 'B2', 'damaged', { deleted_at: '2024-03-11 10:00' });
  return made;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await packed().load(database.pool);
});
afterAll(() => database.drop());

async function rates(by: NonNullable<MetricRequest['by']>) {
  const period = { from: '2024-03-01', to: '2024-03-31' };
  const request: MetricRequest = { metrics: ['PARCEL_COMPLAINT_RATE'], period, by };
  const { series } = await answerMetrics(database.pool, request, { role: 'analyst' });
  return Object.fromEntries(
    series.map(({ key, points: [point] }) => [key[0]?.value ?? 'not told', [point?.numerator, point?.denominator]]),
  );
}

it('a parcel was complained about if its order was, for what a parcel can do wrong', async () => {
  expect(await rates(['CARRIER'])).toEqual({ sf: [3, 6] });
});

it('kinds of packaging are told apart, and each parcel of a complaint’s order counts in its own', async () => {
  expect(await rates(['PACKAGING'])).toEqual({ carton: [1, 3], recycled: [1, 2], 'not told': [1, 1] });
});
