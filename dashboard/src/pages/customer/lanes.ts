import type { Lane, LaneMark, LaneSpan } from '../../charts/index.ts';
import type { Formatter } from '../../format/index.ts';
import { momentOf, type Silence } from './stories.ts';
import type { JourneyEvent, StoryOrder } from './use-customer.ts';

export const laneNames = ['visits', 'orders', 'parcels', 'contacts', 'money', 'voice'] as const;
export type LaneName = (typeof laneNames)[number];

const laneOf: Record<JourneyEvent['kind'], LaneName | null> = {
  REGISTERED: 'visits',
  VISIT: 'visits',
  CONSENT: null,
  ORDER_PLACED: 'orders',
  ORDER_CANCELED: 'orders',
  PROMISE_DUE: null,
  ORDER_APPROVED: null,
  PAYMENT: 'money',
  PAYMENT_FAILED: 'money',
  CHARGED_BACK: 'money',
  HANDED_OVER: 'parcels',
  PARCEL_EXCEPTION: 'parcels',
  DELIVERED: 'parcels',
  CASE_OPENED: 'contacts',
  CASE_ANSWERED: 'contacts',
  CASE_HANDED_OVER: null,
  CASE_TRANSFERRED: 'contacts',
  CASE_ESCALATED: 'contacts',
  CASE_RESOLVED: 'contacts',
  CASE_REOPENED: 'contacts',
  CASE_RATED: 'voice',
  CALL_BACK: 'contacts',
  RETURN_REQUESTED: 'money',
  RETURN_APPROVED: null,
  RETURN_REJECTED: 'money',
  RETURN_SHIPPED: 'money',
  RETURN_RECEIVED: 'money',
  REFUNDED: 'money',
  RETURN_COMPLETED: null,
  PLATFORM_STEPPED_IN: 'contacts',
  COMPENSATED: 'money',
  REVIEW_INVITED: null,
  REVIEW_ANSWERED: 'voice',
  REVIEW_CHANGED: 'voice',
  REVIEW_REPLIED: 'voice',
  SURVEY_SENT: null,
  SURVEY_ANSWERED: 'voice',
  SURVEY_CLOSED: 'voice',
  MESSAGE: 'contacts',
  REFERRED: 'voice',
  FRIEND_JOINED: 'voice',
  FRIEND_ORDERED: 'voice',
  JOINED: 'money',
  POINTS: 'money',
  TIER_CHANGED: 'money',
  BENEFIT: null,
};

/** Said to the customer, or only counted: drawn as a ring, without words. */
const quiet = new Set<JourneyEvent['kind']>(['VISIT', 'REGISTERED', 'MESSAGE', 'POINTS', 'PAYMENT', 'CASE_ANSWERED']);
const wordless = new Set<JourneyEvent['kind']>([...quiet, 'HANDED_OVER', 'RETURN_SHIPPED', 'RETURN_RECEIVED']);
const tones: Record<string, LaneMark['tone']> = { good: 'good', bad: 'bad', attention: 'warn', neutral: 'now' };

/** Deeper labels would lie on top of each other: only lanes with few events carry their words in the drawing. */
const MOST_WORDS = 10;
const MOST_NAMED = 4;
const MOST_BADGES = 8;

/** The score inside a mark: stars of a review, else the number given. */
function badgeOf(event: JourneyEvent): string | undefined {
  const score = /\d+/.exec(event.title.en)?.[0];
  if (!score) return undefined;
  if (event.kind === 'REVIEW_ANSWERED' || event.kind === 'REVIEW_CHANGED')
    return `${/to (\d)/.exec(event.title.en)?.[1] ?? score}★`;
  return event.kind === 'SURVEY_ANSWERED' || event.kind === 'CASE_RATED' ? score : undefined;
}

function marksOf(events: readonly JourneyEvent[], lane: LaneName, format: Formatter): LaneMark[] {
  const spoken = events.filter((event) => !wordless.has(event.kind)).length <= MOST_WORDS;
  return events.map((event): LaneMark => {
    const badge = lane === 'voice' && events.length <= MOST_BADGES ? badgeOf(event) : undefined;
    const said = event.amount ? `${format.say(event.title)} ${format.money(event.amount)}` : format.say(event.title);
    return {
      key: event.id,
      at: momentOf(event),
      tone: quiet.has(event.kind) ? 'then' : (tones[event.tone] ?? 'now'),
      hollow: quiet.has(event.kind),
      name: said,
      ...(badge ? { badge } : {}),
      ...(spoken && !wordless.has(event.kind) && !badge?.endsWith('★') ? { label: said } : {}),
    };
  });
}

type Stretch = (kind: LaneSpan['kind'], from: number | undefined, to: number | undefined) => LaneSpan[];

const stretch =
  (key: string): Stretch =>
  (kind, from, to) =>
    from !== undefined && to !== undefined && to > from ? [{ key: `${key}:${kind}`, kind, from, to }] : [];

const groups = (events: readonly JourneyEvent[], by: 'orderId' | 'caseId') =>
  Map.groupBy(
    events.filter((event) => event[by]),
    (event) => event[by] ?? '',
  );

const firstOf = (own: readonly JourneyEvent[], kind: JourneyEvent['kind']): number | undefined =>
  own.filter((event) => event.kind === kind).map(momentOf)[0];

/** Blue up to the promise or the earlier end; red from the promise to the end, where it came later. */
function againstPromise(of: Stretch, from: number | undefined, due: number | undefined, end: number | undefined) {
  if (from === undefined || due === undefined) return [];
  return [...of('promised', from, Math.min(due, end ?? due)), ...of('owed', due, end)];
}

/** How long the promise was owed, in words beside the red. */
const named = (spans: readonly LaneSpan[], format: Formatter): LaneSpan[] =>
  spans.map((span) => (span.kind === 'owed' ? { ...span, label: lateText(span, format) } : span));

function lateText({ from, to }: LaneSpan, format: Formatter): string {
  const length = format.duration((to - from) / 1000);
  return format.lang === 'zh' ? `晚 ${length}` : `${length} late`;
}

function orderSpans(events: readonly JourneyEvent[], format: Formatter): LaneSpan[] {
  const orders = [...groups(events, 'orderId')];
  const spans = orders.flatMap(([order, own]) =>
    againstPromise(
      stretch(order),
      firstOf(own, 'ORDER_PLACED'),
      firstOf(own, 'PROMISE_DUE'),
      firstOf(own, 'DELIVERED'),
    ),
  );
  return orders.length <= MOST_NAMED ? named(spans, format) : spans;
}

function parcelSpans(events: readonly JourneyEvent[], silences: readonly Silence[], format: Formatter): LaneSpan[] {
  const moving = [...groups(events, 'orderId')].flatMap(([order, own]) =>
    stretch(order)('moving', firstOf(own, 'HANDED_OVER'), firstOf(own, 'DELIVERED')),
  );
  const longest = Math.max(...silences.map(({ seconds }) => seconds));
  const silent = silences.map((silence, at): LaneSpan => {
    const [from, to] = [Date.parse(silence.from), Date.parse(silence.to)];
    const label = silence.seconds === longest ? { label: silentText(silence, format) } : {};
    return { key: `silent:${at}`, kind: 'silent', from, to, ...label };
  });
  return [...moving, ...silent];
}

const silentText = ({ seconds }: Silence, format: Formatter): string =>
  format.lang === 'zh' ? `${format.duration(seconds)}无轨迹` : `${format.duration(seconds)} silent`;

function contactSpans(events: readonly JourneyEvent[]): LaneSpan[] {
  return [...groups(events, 'caseId')].flatMap(([id, own]) => {
    const opened = firstOf(own, 'CASE_OPENED');
    const resolved = own.findLast((event) => event.kind === 'CASE_RESOLVED');
    const due = resolved?.promisedAt ? Date.parse(resolved.promisedAt) : undefined;
    const end = resolved ? momentOf(resolved) : undefined;
    const of = stretch(id);
    return due === undefined ? of('moving', opened, end) : againstPromise(of, opened, due, end);
  });
}

function refundSpans(events: readonly JourneyEvent[]): LaneSpan[] {
  return [...groups(events, 'orderId')].flatMap(([order, own]) => {
    const refunded = own.find((event) => event.kind === 'REFUNDED');
    if (!refunded?.promisedAt) return [];
    const due = Date.parse(refunded.promisedAt);
    return againstPromise(stretch(order), firstOf(own, 'RETURN_REQUESTED'), due, momentOf(refunded));
  });
}

/** Every scan is a small dot: a row of them is a parcel on its way, a gap is silence. */
function scanMarks(order: StoryOrder | null | undefined, events: readonly JourneyEvent[], format: Formatter) {
  const told = new Set(events.filter((event) => laneOf[event.kind] === 'parcels').map(momentOf));
  return (order?.shipments ?? []).flatMap((shipment) =>
    shipment.events
      .filter((scan) => !told.has(Date.parse(scan.occurredAt)))
      .map((scan): LaneMark => ({
        key: scan.id,
        at: Date.parse(scan.occurredAt),
        tone: 'ink',
        small: true,
        name: format.say(scan.kind.label),
      })),
  );
}

interface Told {
  events: readonly JourneyEvent[];
  silences?: readonly Silence[];
  /** The order whose scans are drawn. */
  order?: StoryOrder | null | undefined;
}

export function customerLanes(
  { events, silences = [], order }: Told,
  names: Record<LaneName, string>,
  format: Formatter,
): Lane[] {
  const spans: Record<LaneName, LaneSpan[]> = {
    visits: [],
    orders: orderSpans(events, format),
    parcels: parcelSpans(events, silences, format),
    contacts: contactSpans(events),
    money: refundSpans(events),
    voice: [],
  };
  const own = (lane: LaneName) => events.filter((event) => laneOf[event.kind] === lane);
  return laneNames
    .map((lane) => ({
      key: lane,
      label: names[lane],
      marks: [...(lane === 'parcels' ? scanMarks(order, events, format) : []), ...marksOf(own(lane), lane, format)],
      spans: spans[lane],
    }))
    .filter((lane) => lane.marks.length > 0);
}
