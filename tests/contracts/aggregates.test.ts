import { afterAll, beforeAll, expect, test } from 'vitest';
import { shop, type Shop } from '../testkit/shop.ts';
import { writer } from '../golden/facts/written.ts';
import { apiOf, type SeededApi } from './client.ts';

/**
 *     customer  placed  delivered   then
 * A1  Ada       03-01   03-04       a case K1 (chat, 03-10, never answered), damaged, made good with 10.00 and, for service, 5.00
 * B1  Bo        03-02   –           canceled
 * C1  Cy        03-31   –           K3 (chat, opened that evening); K2 (phone) about nothing, 03-05 to 03-20
 * Ada went from basic to silver on 03-10, Bo has been basic since February.
 */
function lived(): Shop {
  const made = shop();
  const write = writer(made);
  made
    .customer('Ada')
    .ordered('A1', '2024-03-01 10:00', { paid: [['alipay', 120]] })
    .delivered('2024-03-04 10:00');
  made.customer('Bo').ordered('B1', '2024-03-02 10:00', { status: 'canceled' });
  made.customer('Cy').ordered('C1', '2024-03-31 10:00', { status: 'approved', paid: [['alipay', 80]] });
  const open = { case_type: 'complaint', phase: 'after_sale', channel: 'chat', status: 'open' };
  write('service_cases', 'K1', {
    ...open,
    customer: 'Ada',
    order: 'A1',
    topic: 'damaged',
    opened_at: '2024-03-10 10:00',
    response_due_at: '2024-03-10 10:10',
  });
  write('service_cases', 'K2', {
    ...open,
    customer: 'Cy',
    case_type: 'enquiry',
    channel: 'phone',
    status: 'resolved',
    opened_at: '2024-03-05 10:00',
    first_response_at: '2024-03-05 10:01',
    resolved_at: '2024-03-20 10:00',
  });
  write('service_cases', 'K3', { ...open, customer: 'Cy', order: 'C1', opened_at: '2024-03-31 22:00' });
  const granted = { customer: 'Ada', order: 'A1', form: 'coupon', granted_at: '2024-03-11 10:00' };
  write('compensations', 'G1', { ...granted, failure: 'damaged', amount_minor: 1000 });
  write('compensations', 'G2', { ...granted, failure: 'service', amount_minor: 500 });
  const reached = (external: string, customer: string, tier_to: string, occurred_at: string) =>
    write('loyalty_events', external, { customer, kind: 'tier', tier_to, occurred_at });
  reached('L1', 'Ada', 'basic', '2024-01-05 10:00');
  reached('L2', 'Ada', 'silver', '2024-03-10 10:00');
  reached('L3', 'Bo', 'basic', '2024-02-01 10:00');
  return made;
}

let api: SeededApi;
beforeAll(async () => {
  api = await apiOf(lived());
});
afterAll(() => api.close());

async function ask<Data>(query: string): Promise<Data> {
  const { data, errors } = await api.ask<Data>('analyst', query);
  expect(errors).toEqual([]);
  return data!;
}
const march = 'period: {from: "2024-03-01", to: "2024-03-31"}';

async function backlog(asOf: string): Promise<string[]> {
  const said = await ask<{ backlog: { channel: { value: string }; bucket: string; open: number; overdue: number }[] }>(
    `{ backlog${asOf} { channel { value } bucket open overdue } }`,
  );
  return said.backlog.map((row) => `${row.channel.value} ${row.bucket} ${row.open}, ${row.overdue} overdue`).toSorted();
}

test('the backlog is what was open at the end of a day, and of days to come what is known today', async () => {
  const today = ['chat OLDER 1, 1 overdue', 'chat UP_TO_4H 1, 0 overdue'];
  expect(await backlog('')).toEqual(today);
  expect(await backlog('(asOf: "2024-03-15")')).toEqual(['chat UP_TO_7D 1, 1 overdue', 'phone OLDER 1, 0 overdue']);
  expect(await backlog('(asOf: "2024-03-20")')).toEqual(['chat OLDER 1, 1 overdue']);
  expect(await backlog('(asOf: "2024-03-01")')).toEqual([]);
  expect(await backlog('(asOf: "9999-12-31")')).toEqual(today);
});

test('members move between the end of the day before and the end of the period, and not in times to come', async () => {
  const moves = async (period: string): Promise<string[]> =>
    (
      await ask<{ tierMigration: { from: { value: string } | null; to: { value: string }; customers: number }[] }>(
        `{ tierMigration(${period}) { from { value } to { value } customers } }`,
      )
    ).tierMigration.map(({ from, to, customers }) => `${from?.value ?? 'none'} → ${to.value} ${customers}`);
  expect((await moves(march)).toSorted()).toEqual(['basic → basic 1', 'basic → silver 1']);
  expect(await moves('period: {from: "2024-01-01", to: "2024-01-31"}')).toEqual(['none → basic 1']);
  expect(await moves('period: {from: "2030-01-01", to: "2030-12-31"}')).toEqual([]);
});

test('a failure is known or only made good; the sums say which', async () => {
  const { compensationSpread } = await ask<{ compensationSpread: Record<string, unknown>[] }>(
    `{ compensationSpread(${march}) { failure { value } failures compensated share granted medianAmount { amount } total { amount } } }`,
  );
  expect(compensationSpread).toEqual([
    { failure: { value: 'damaged' }, failures: 1, compensated: 1, share: 1, granted: 1, medianAmount: { amount: '10.00' }, total: { amount: '10.00' } },
    { failure: { value: 'service' }, failures: 0, compensated: 0, share: null, granted: 1, medianAmount: { amount: '5.00' }, total: { amount: '5.00' } },
  ]); // prettier-ignore
});

test('a funnel counts who came to each step; steps follow each other by their times', async () => {
  const { stepFunnel, journeySteps } = await ask<{
    stepFunnel: { step: { code: string }; count: number; share: number }[];
    journeySteps: { orders: number; nodes: { step: { code: string }; orders: number }[]; edges: unknown[] };
  }>(
    `{ stepFunnel(${march}, kind: ORDER) { step { code } count share }
       journeySteps(${march}, outcome: COMPLAINED) { orders nodes { step { code } orders } edges { from { code } to { code } orders share } } }`,
  );
  expect(stepFunnel.map(({ step, count }) => `${step.code} ${count}`)).toEqual([
    'ordered 3',
    'paid 2',
    'handed_over 0',
    'delivered 1',
    'reviewed 0',
  ]);
  expect(journeySteps.orders).toBe(2);
  const edge = (from: string, to: string, share = 1) => ({ from: { code: from }, to: { code: to }, orders: 1, share });
  expect(journeySteps.edges).toContainEqual({ ...edge('complained', 'compensated', 0.5) });
  expect(journeySteps.edges).toContainEqual({ ...edge('compensated', 'end') });
});

test('fifths of too few buyers are refused in words', async () => {
  const { rfm } = await ask<{ rfm: { customers: number; segments: unknown[]; gate: { en: string } } }>(
    '{ rfm(shop: "gold") { customers segments { customers } gate { en } } }',
  );
  expect(rfm).toMatchObject({ customers: 2, segments: [], gate: { en: expect.stringContaining('500') as string } });
});
