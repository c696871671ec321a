import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerMetrics } from '@rapport/model/metrics';
import type { TestDatabase } from '../testkit/index.ts';
import { FeedHouse } from './house.ts';
import type { MadeSource } from './made-source.ts';
import { order } from './rows.ts';

const club: MadeSource = { name: 'club', shop: 'tried', feeds: ['loyalty_events'], delivery: 'delta' };
const back: MadeSource = { name: 'back', shop: 'tried', feeds: ['orders'], delivery: 'delta' };

let feeds: FeedHouse;
let house: TestDatabase;
beforeAll(async () => {
  feeds = new FeedHouse([club, back]);
  house = await feeds.open();
  orders('1');
  await feeds.load(house, 'back');
});
afterAll(() => feeds.close());

const orders = (name: string) => feeds.deliver('back', 'orders', [order(`o${name}`, 'ada')], { name });
const earned = (name: string, points: number) =>
  feeds.deliver(
    'club',
    'loyalty_events',
    [{ external_id: name, customer_ref: 'ada', kind: 'earned', points, occurred_at: '2025-01-01T04:00:00Z' }],
    { name },
  );

async function owed() {
  const period = { from: '2025-01-01', to: '2025-01-01' };
  const answer = await answerMetrics(house.pool, { metrics: ['POINTS_LIABILITY'], period }, { role: 'analyst' });
  const { value = null, sample = null } = answer.series[0]?.points[0] ?? {};
  return { value, sample, reason: answer.explain[0]?.reason.en };
}

it('points of a shop that never said what they are worth are owed nobody knows what', async () => {
  earned('1', 100);
  await feeds.load(house, 'club');
  const { value, reason } = await owed();
  expect(value).toBeNull();
  expect(reason).toContain('No value: the shop delivers no worth of a point.');
});

it('are owed at the declared worth, and a source that does not declare it leaves it as it is', async () => {
  feeds.declare({ ...club, pointWorth: 0.07 });
  earned('2', 3);
  await feeds.load(house, 'club');
  expect(await owed()).toMatchObject({ value: 7.21, sample: 103 });
  orders('2');
  await feeds.load(house, 'back');
  expect(await owed()).toMatchObject({ value: 7.21 });
});

it('are all owed at the new worth once it has changed', async () => {
  feeds.declare({ ...club, pointWorth: 0.125 });
  earned('3', 1);
  await feeds.load(house, 'club');
  expect(await owed()).toMatchObject({ value: 13, sample: 104 });
});

it('two sources of a shop that declare different worths are both refused, with what each of them says', async () => {
  feeds.declare({ ...back, pointWorth: 0.01 });
  orders('3');
  await expect(feeds.load(house, 'back')).rejects.toThrow(
    'back/source.yaml, line 2: shop.pointWorth: 0.01, but "club" of the same shop says 0.125. Let all sources of a shop say the same, or only one of them say it.',
  );
  earned('4', 1);
  await expect(feeds.load(house, 'club')).rejects.toThrow(/"back" of the same shop says 0.01/);
  feeds.declare({ ...back, pointWorth: 0.125 });
  expect((await feeds.load(house, 'back')).state).toBe('committed');
});
