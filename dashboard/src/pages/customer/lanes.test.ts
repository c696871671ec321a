import { describe, expect, it } from 'vitest';

import { formatter } from '../../format/index.ts';
import { customerLanes, type LaneName } from './lanes.ts';
import { event, scanned } from './story.seed.ts';
import { silencesOf } from './stories.ts';

const names: Record<LaneName, string> = {
  visits: 'Visits',
  orders: 'Orders',
  parcels: 'Parcels',
  contacts: 'Contacts',
  money: 'Money',
  voice: 'Voice',
};
const en = formatter('en');
const lanesOf = (events: Parameters<typeof customerLanes>[0]['events']) => customerLanes({ events }, names, en);
const spansOf = (events: Parameters<typeof lanesOf>[0], lane: LaneName) =>
  lanesOf(events)
    .find(({ key }) => key === lane)
    ?.spans.map(({ kind, from, to }) => [kind, new Date(from).toISOString(), new Date(to).toISOString()]);

describe('the lanes of a journey', () => {
  const late = [
    event('ORDER_PLACED', '2018-01-01T10:00:00.000Z'),
    event('HANDED_OVER', '2018-01-03T10:00:00.000Z'),
    event('PROMISE_DUE', '2018-01-10T02:00:00.000Z'),
    event('DELIVERED', '2018-01-14T10:00:00.000Z'),
  ];

  it('draw the days owed after the promise in red and say how many', () => {
    expect(spansOf(late, 'orders')).toEqual([
      ['promised', '2018-01-01T10:00:00.000Z', '2018-01-10T02:00:00.000Z'],
      ['owed', '2018-01-10T02:00:00.000Z', '2018-01-14T10:00:00.000Z'],
    ]);
    const orders = lanesOf(late).find(({ key }) => key === 'orders');
    expect(orders?.spans.map(({ label }) => label)).toEqual([undefined, '4 d 8 h late']);
  });

  it('end the promised stretch at an early delivery and owe nothing', () => {
    const early = late.map((each) => (each.kind === 'DELIVERED' ? { ...each, at: '2018-01-05T10:00:00.000Z' } : each));
    expect(spansOf(early, 'orders')).toEqual([['promised', '2018-01-01T10:00:00.000Z', '2018-01-05T10:00:00.000Z']]);
  });

  it('draw a case and a refund against what was promised for them', () => {
    const served = [
      event('CASE_OPENED', '2018-02-01T10:00:00.000Z', { caseId: 'case' }),
      event('CASE_RESOLVED', '2018-02-02T12:00:00.000Z', { caseId: 'case', promisedAt: '2018-02-02T10:00:00.000Z' }),
      event('RETURN_REQUESTED', '2018-02-03T10:00:00.000Z'),
      event('REFUNDED', '2018-02-05T10:00:00.000Z', { promisedAt: '2018-02-09T10:00:00.000Z' }),
    ];
    expect(spansOf(served, 'contacts')?.map(([kind]) => kind)).toEqual(['promised', 'owed']);
    expect(spansOf(served, 'money')).toEqual([['promised', '2018-02-03T10:00:00.000Z', '2018-02-05T10:00:00.000Z']]);
  });

  it('draw every scan, and two days without one as silence', () => {
    const order = scanned('2018-01-03T10:00:00Z', '2018-01-04T10:00:00Z', '2018-01-07T10:00:00Z');
    const silences = silencesOf(order, 'Asia/Shanghai');
    expect(silences.map(({ on, seconds, station }) => [on, seconds / 3600, station])).toEqual([
      ['2018-01-04', 72, 'S2'],
    ]);
    const parcels = customerLanes({ events: late, order, silences }, names, en).find(({ key }) => key === 'parcels');
    expect(parcels?.marks.filter(({ small }) => small)).toHaveLength(2);
    expect(parcels?.spans.find(({ kind }) => kind === 'silent')?.label).toBe('3 d silent');
  });

  it('leave out a lane in which nothing happened', () => {
    expect(lanesOf(late).map(({ key }) => key)).toEqual(['orders', 'parcels']);
  });

  it('put the stars a review ended with into its mark', () => {
    const said = [
      event('REVIEW_ANSWERED', '2018-01-15T10:00:00Z', { title: { en: 'Review: 2 stars', zh: '评价：2 星' } }),
      event('REVIEW_CHANGED', '2018-01-17T10:00:00Z', {
        title: { en: 'Review changed from 2 to 4 stars', zh: '评价由 2 星改为 4 星' },
      }),
      event('SURVEY_ANSWERED', '2018-01-18T10:00:00Z', { title: { en: 'Survey: 9 of 10', zh: '问卷：9 分' } }),
    ];
    expect(lanesOf(said)[0]?.marks.map(({ badge }) => badge)).toEqual(['2★', '4★', '9']);
  });
});
