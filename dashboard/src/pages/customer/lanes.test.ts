import { describe, expect, it } from 'vitest';

import { customerLanes, type JourneyEvent } from './lanes.ts';

const names = { orders: 'Orders', payments: 'Payments', parcels: 'Parcels', reviews: 'Reviews' };

function event(kind: string, at: string, change: Partial<JourneyEvent> = {}): JourneyEvent {
  return {
    id: `${kind} ${at}`,
    kind,
    at,
    on: at.slice(0, 10),
    stage: 'IN_SALE',
    title: { en: kind, zh: kind },
    detail: null,
    orderId: 'one',
    tone: 'neutral',
    ...change,
  };
}

describe('the lanes of a journey', () => {
  const late = [
    event('ORDER_PLACED', '2018-01-01T10:00:00Z'),
    event('HANDED_OVER', '2018-01-03T10:00:00Z'),
    event('PROMISE_DUE', '2018-01-10T02:00:00Z'),
    event('DELIVERED', '2018-01-14T10:00:00Z'),
  ];

  it('draw the days owed after the promise in red', () => {
    const orders = customerLanes(late, 'en', names).find((lane) => lane.key === 'orders');
    expect(orders?.spans.map((span) => [span.kind, span.from, span.to])).toEqual([
      ['promised', Date.parse('2018-01-01T10:00:00Z'), Date.parse('2018-01-10T02:00:00Z')],
      ['owed', Date.parse('2018-01-10T02:00:00Z'), Date.parse('2018-01-14T10:00:00Z')],
    ]);
  });

  it('end the promised stretch at an early delivery and owe nothing', () => {
    const early = late.map((each) => (each.kind === 'DELIVERED' ? { ...each, at: '2018-01-05T10:00:00Z' } : each));
    const orders = customerLanes(early, 'en', names).find((lane) => lane.key === 'orders');
    expect(orders?.spans).toEqual([
      {
        key: 'one:promised',
        kind: 'promised',
        from: Date.parse('2018-01-01T10:00:00Z'),
        to: Date.parse('2018-01-05T10:00:00Z'),
      },
    ]);
  });

  it('leave out a lane in which nothing happened', () => {
    expect(customerLanes(late, 'en', names).map((lane) => lane.key)).toEqual(['orders', 'parcels']);
  });
});
