import type { StageChoice } from './search.ts';
import type { Silence } from './stories.ts';
import type { JourneyEvent } from './use-customer.ts';

/** A line of the story: an event, or a silence between two. */
export interface Entry {
  key: string;
  at: string;
  on: string;
  opensYear: boolean;
  /** Machinery between the moments that count. */
  minor: boolean;
  event?: JourneyEvent;
  silence?: Silence;
}

/** Payments, approvals, hand-overs and notices are the machinery between the moments a customer would tell of. */
const machinery = new Set<JourneyEvent['kind']>([
  'VISIT',
  'PAYMENT',
  'ORDER_APPROVED',
  'HANDED_OVER',
  'MESSAGE',
  'POINTS',
  'REVIEW_INVITED',
  'SURVEY_SENT',
  'CONSENT',
  'BENEFIT',
  'CASE_HANDED_OVER',
  'RETURN_SHIPPED',
  'RETURN_RECEIVED',
  'RETURN_COMPLETED',
]);

/** A promise that was kept says nothing the delivery does not say; a broken one is a moment of its own. */
const isMinor = (event: JourneyEvent): boolean =>
  machinery.has(event.kind) || (event.kind === 'PROMISE_DUE' && event.tone !== 'bad');

/** A journey longer than this opens with its key moments. */
const READABLE = 24;

export const keyOnly = (events: number): StageChoice => (events > READABLE ? 'KEY' : 'ALL');

const wanted = (event: JourneyEvent, stage: StageChoice): boolean =>
  stage === 'ALL' || (stage === 'KEY' ? !isMinor(event) : event.stage === stage);

export function entriesOf(events: readonly JourneyEvent[], silences: readonly Silence[], stage: StageChoice): Entry[] {
  const told = events
    .filter((event) => wanted(event, stage))
    .map((event) => ({ key: event.id, at: event.at, on: event.on, minor: isMinor(event), event }));
  const shows = stage === 'ALL' || stage === 'KEY' || stage === 'IN_SALE';
  const silent = (shows ? silences : []).map((silence) => ({
    key: `silence ${silence.shipment} ${silence.from}`,
    at: silence.from,
    on: silence.on,
    minor: false,
    silence,
  }));
  return [...told, ...silent]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((entry, at, all) => ({ ...entry, opensYear: entry.on.slice(0, 4) !== all[at - 1]?.on.slice(0, 4) }));
}
