import { describe, expect, it } from 'vitest';

import { event } from './story.seed.ts';
import { entriesOf } from './story-entries.ts';
import { daysBetween, hardest, openingStory, storiesOf } from './stories.ts';

const ofOrder = (orderId: string) => ({ orderId });
const life = [
  event('REGISTERED', '2026-01-01T08:00:00Z', { orderId: null }),
  event('ORDER_PLACED', '2026-01-02T08:00:00Z', ofOrder('calm')),
  event('DELIVERED', '2026-01-04T08:00:00Z', { ...ofOrder('calm'), tone: 'good' }),
  event('ORDER_PLACED', '2026-02-01T08:00:00Z', ofOrder('hard')),
  event('PROMISE_DUE', '2026-02-03T15:59:00Z', { ...ofOrder('hard'), tone: 'bad' }),
  event('DELIVERED', '2026-02-05T08:00:00Z', { ...ofOrder('hard'), tone: 'bad', gapSeconds: 144_000 }),
  event('COMPENSATED', '2026-02-06T08:00:00Z', { ...ofOrder('hard'), tone: 'good' }),
  event('REFERRED', '2026-02-20T08:00:00Z', { orderId: null }),
  event('ORDER_PLACED', '2026-03-01T08:00:00Z', ofOrder('next')),
  event('DELIVERED', '2026-03-03T08:00:00Z', { ...ofOrder('next'), tone: 'good' }),
  event('POINTS', '2026-03-04T08:00:00Z', ofOrder('next')),
];

describe('the stories of a customer', () => {
  const stories = storiesOf(life.toReversed());

  it('are one an order, in time, each up to the delivery of the order that came next', () => {
    expect(stories.map(({ order }) => order)).toEqual(['calm', 'hard', 'next']);
    const hard = stories[1];
    expect(hard?.next?.orderId).toBe('next');
    expect(hard?.events.map(({ kind }) => kind)).toEqual([
      'ORDER_PLACED',
      'PROMISE_DUE',
      'DELIVERED',
      'COMPENSATED',
      'REFERRED',
      'ORDER_PLACED',
      'DELIVERED',
    ]);
    expect(hard?.trouble.map(({ kind }) => kind)).toEqual(['PROMISE_DUE', 'DELIVERED']);
  });

  it('open with the one in which most went wrong, where the whole life is too long to read', () => {
    expect(hardest(stories)?.order).toBe('hard');
    expect(openingStory(stories, 30)).toBeUndefined();
    expect(openingStory(stories, 31)?.order).toBe('hard');
    const calm = stories.filter(({ trouble }) => trouble.length === 0);
    expect(hardest(calm)).toBeUndefined();
    expect(openingStory(calm, 31)?.order).toBe('next');
  });

  it('count days by the calendar', () => {
    expect(daysBetween('2026-02-03', '2026-03-01')).toBe(26);
  });
});

describe('the lines of a story', () => {
  const silence = {
    shipment: 'parcel',
    on: '2026-02-02',
    from: '2026-02-02T08:00:00Z',
    to: '2026-02-05T08:00:00Z',
    seconds: 259_200,
    station: 'S1',
  };

  it('tell key moments without the machinery, and a silence at the moment it begins', () => {
    const told = entriesOf(life, [silence], 'KEY').map(({ event: each, on }) => each?.kind ?? `silent ${on}`);
    expect(told).not.toContain('POINTS');
    expect(told.slice(3, 6)).toEqual(['ORDER_PLACED', 'silent 2026-02-02', 'PROMISE_DUE']);
  });

  it('keep a stage to its own events', () => {
    const before = life.map((each) => (each.kind === 'REGISTERED' ? { ...each, stage: 'PRE_SALE' as const } : each));
    expect(entriesOf(before, [silence], 'PRE_SALE').map(({ event: each }) => each?.kind)).toEqual(['REGISTERED']);
    expect(entriesOf(before, [silence], 'ALL')).toHaveLength(life.length + 1);
  });

  it('name the year where it begins', () => {
    const years = [event('VISIT', '2025-12-31T08:00:00Z'), event('VISIT', '2026-01-01T08:00:00Z')];
    expect(entriesOf(years, [], 'ALL').map(({ opensYear }) => opensYear)).toEqual([true, true]);
    expect(entriesOf(life, [], 'ALL').filter(({ opensYear }) => opensYear)).toHaveLength(1);
  });
});
