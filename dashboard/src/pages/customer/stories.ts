import { localDay } from '../../format/index.ts';
import type { JourneyEvent, StoryOrder } from './use-customer.ts';

/** One order and what came of it, up to the delivery of the next one: everything between counts, whatever it hangs on. */
export interface Story {
  order: string;
  placed: JourneyEvent;
  events: JourneyEvent[];
  /** What went wrong with this very order, in time. */
  trouble: JourneyEvent[];
  /** The order that came next. */
  next: JourneyEvent | undefined;
  weight: number;
}

/** How hard a moment weighs when the story to open with is chosen; only moments that are bad news count. */
const weights: Partial<Record<JourneyEvent['kind'], number>> = {
  DELIVERED: 4,
  PARCEL_EXCEPTION: 3,
  PROMISE_DUE: 2,
  REVIEW_ANSWERED: 2,
  REFUNDED: 2,
  CASE_ESCALATED: 2,
  CASE_REOPENED: 2,
  RETURN_REQUESTED: 4,
  CHARGED_BACK: 2,
};

export const momentOf = (event: JourneyEvent): number => Date.parse(event.at);

export const inTime = (events: readonly JourneyEvent[]): JourneyEvent[] =>
  events.toSorted((a, b) => momentOf(a) - momentOf(b));

function storyOf(order: string, own: readonly JourneyEvent[], all: readonly JourneyEvent[]): Story | undefined {
  const placed = own.find((event) => event.kind === 'ORDER_PLACED');
  const [first, last] = [own[0], own.at(-1)];
  if (!placed || !first || !last) return undefined;
  const trouble = own.filter((event) => event.tone === 'bad');
  const next = all.find((event) => event.kind === 'ORDER_PLACED' && momentOf(event) > momentOf(trouble[0] ?? placed));
  const arrival = next && all.find((event) => event.kind === 'DELIVERED' && event.orderId === next.orderId);
  const end = Math.max(momentOf(last), ...[next, arrival].flatMap((event) => (event ? [momentOf(event)] : [])));
  const base = trouble.reduce((sum, event) => sum + (weights[event.kind] ?? 1), 0);
  const answered = own.some((event) => event.kind === 'COMPENSATED');
  return {
    order,
    placed,
    events: all.filter((event) => momentOf(event) >= momentOf(first) && momentOf(event) <= end),
    trouble,
    next,
    weight: base === 0 ? 0 : base + (answered ? 2 : 0) + (next ? 1 : 0),
  };
}

/** A story for each order, the oldest first. */
export function storiesOf(events: readonly JourneyEvent[]): Story[] {
  const all = inTime(events);
  const orders = Map.groupBy(
    all.filter((event) => event.orderId),
    (event) => event.orderId ?? '',
  );
  return [...orders]
    .flatMap(([order, own]) => storyOf(order, own, all) ?? [])
    .sort((a, b) => momentOf(a.placed) - momentOf(b.placed));
}

/** The story in which most went wrong; of equals the latest. None where every promise was kept. */
export const hardest = (stories: readonly Story[]): Story | undefined =>
  stories.reduce<Story | undefined>(
    (most, story) => (story.weight > 0 && story.weight >= (most?.weight ?? 0) ? story : most),
    undefined,
  );

/** A stretch in which nobody could know where the parcel was. */
export interface Silence {
  shipment: string;
  /** The shop's day of its beginning. */
  on: string;
  from: string;
  to: string;
  seconds: number;
  station: string | null;
}

/** Silences shorter than two days are how parcels travel. */
const SILENT_SECONDS = 48 * 3600;

export function silencesOf(order: StoryOrder | null | undefined, zone: string): Silence[] {
  return (order?.shipments ?? []).flatMap((shipment) => {
    const scans = shipment.events.toSorted((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
    return scans.slice(1).flatMap((scan, at): Silence[] => {
      const before = scans[at];
      if (!before) return [];
      const seconds = (Date.parse(scan.occurredAt) - Date.parse(before.occurredAt)) / 1000;
      if (seconds < SILENT_SECONDS) return [];
      const { occurredAt: from, stationCode } = before;
      const on = localDay(from, zone);
      return [{ shipment: shipment.id, on, from, to: scan.occurredAt, seconds, station: stationCode ?? null }];
    });
  });
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Fewer events than these are read as a whole. */
const LONG_LIFE = 30;

/** A short life opens whole; a long one with the story in which most went wrong, else with its last order. */
export const openingStory = (stories: readonly Story[], events: number): Story | undefined =>
  events <= LONG_LIFE ? undefined : (hardest(stories) ?? stories.at(-1));
