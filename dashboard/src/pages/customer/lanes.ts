import type { Lane, LaneMark, LaneSpan } from '../../charts/index.ts';
import type { CustomerQuery } from '../../gql/graphql.ts';
import type { Lang } from '../../metric/types.ts';

export type Customer360 = NonNullable<CustomerQuery['customer']>;
export type JourneyEvent = Customer360['journey']['nodes'][number];

const laneOf: Record<string, 'orders' | 'payments' | 'parcels' | 'reviews'> = {
  ORDER_PLACED: 'orders',
  ORDER_APPROVED: 'payments',
  PAYMENT: 'payments',
  HANDED_OVER: 'parcels',
  DELIVERED: 'parcels',
  REVIEW_INVITED: 'reviews',
  REVIEW_ANSWERED: 'reviews',
};
const tones: Record<string, LaneMark['tone']> = { good: 'good', bad: 'bad', attention: 'warn', neutral: 'now' };

/** Deeper labels would lie on top of each other: only few events carry their words in the drawing. */
const most = 14;

const time = (event: JourneyEvent): number => Date.parse(event.at);

/** Marks of one lane, in time. */
function marksOf(events: readonly JourneyEvent[], lang: Lang): LaneMark[] {
  return events.map((event): LaneMark => {
    const stars = /([1-5])\s*(?:★|stars?|星)/i.exec(`${event.title.en} ${event.detail?.en ?? ''}`)?.[1];
    return {
      key: event.id,
      at: time(event),
      tone: event.kind === 'REVIEW_INVITED' ? 'ink' : (tones[event.tone] ?? 'now'),
      hollow: event.kind === 'REVIEW_INVITED' || event.kind === 'ORDER_APPROVED',
      ...(event.kind === 'REVIEW_ANSWERED' && stars ? { badge: `${stars}★` } : {}),
      ...(events.length <= most && (event.kind === 'ORDER_PLACED' || event.kind === 'DELIVERED')
        ? { label: event.title[lang] }
        : {}),
    };
  });
}

/** Blue: the time that was promised. Red: the time that was owed. A thin line: the parcel on its way. */
function spansOf(events: readonly JourneyEvent[]): { promised: LaneSpan[]; moving: LaneSpan[] } {
  const orders = Map.groupBy(
    events.filter((event) => event.orderId),
    (event) => event.orderId ?? '',
  );
  const promised: LaneSpan[] = [];
  const moving: LaneSpan[] = [];
  for (const [order, own] of orders) {
    const at = (kind: string) =>
      own
        .filter((event) => event.kind === kind)
        .map(time)
        .sort((a, b) => a - b)[0];
    const [placed, due, handed, delivered] = [
      at('ORDER_PLACED'),
      at('PROMISE_DUE'),
      at('HANDED_OVER'),
      at('DELIVERED'),
    ];
    if (placed !== undefined && due !== undefined)
      promised.push({
        key: `${order}:promised`,
        kind: 'promised',
        from: placed,
        to: Math.max(placed, Math.min(due, delivered ?? due)),
      });
    if (due !== undefined && delivered !== undefined && delivered > due)
      promised.push({ key: `${order}:owed`, kind: 'owed', from: due, to: delivered });
    if (handed !== undefined && delivered !== undefined && delivered > handed)
      moving.push({ key: `${order}:moving`, kind: 'moving', from: handed, to: delivered });
  }
  return { promised, moving };
}

export function customerLanes(
  events: readonly JourneyEvent[],
  lang: Lang,
  names: Record<'orders' | 'payments' | 'parcels' | 'reviews', string>,
): Lane[] {
  const spans = spansOf(events);
  return (['orders', 'payments', 'parcels', 'reviews'] as const)
    .map((lane) => ({
      key: lane,
      label: names[lane],
      marks: marksOf(
        events.filter((event) => laneOf[event.kind] === lane),
        lang,
      ),
      spans: lane === 'orders' ? spans.promised : lane === 'parcels' ? spans.moving : [],
    }))
    .filter((lane) => lane.marks.length > 0);
}
