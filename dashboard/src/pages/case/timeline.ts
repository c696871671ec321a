import type { CaseQuery } from '../../gql/graphql.ts';

type Case = NonNullable<CaseQuery['serviceCase']>;
type CaseEvent = Case['events'][number];

export type Side = 'customer' | 'bot' | 'shop';

export type TimelineRow =
  | { kind: 'event'; key: string; at: string; side: Side; event: CaseEvent; gapSeconds: number | null }
  | { kind: 'promise'; key: string; at: string; promise: 'response' | 'resolution' | 'callBack'; kept: boolean | null };

const sides: Readonly<Record<string, Side>> = {
  opened: 'customer',
  customer_message: 'customer',
  reopened: 'customer',
  bot_reply: 'bot',
  handed_over: 'bot',
};

const sideOf = (event: CaseEvent): Side => sides[event.kind.code] ?? 'shop';

const seconds = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1000;

/** A call back that nobody made is a broken promise once its time is past. */
function callBackKept({ callBackPromisedAt, calledBackAt }: Case, until: number): boolean | null {
  if (!callBackPromisedAt) return null;
  if (calledBackAt) return Date.parse(calledBackAt) <= Date.parse(callBackPromisedAt);
  return Date.parse(callBackPromisedAt) < until ? false : null;
}

function promisesOf(told: Case, until: number): TimelineRow[] {
  const promises = [
    { promise: 'response', at: told.responseDueAt, kept: told.respondedInTime },
    { promise: 'resolution', at: told.resolutionDueAt, kept: told.resolvedInTime },
    { promise: 'callBack', at: told.callBackPromisedAt, kept: callBackKept(told, until) },
  ] as const;
  return promises.flatMap(({ promise, at, kept }): TimelineRow[] =>
    at ? [{ kind: 'promise', key: promise, at, promise, kept: kept ?? null }] : [],
  );
}

/** What happened and what was promised, in one order of time; at each event how long nothing had happened before it. `until`: as far as the data tells. */
export function timelineOf(told: Case, until: number): TimelineRow[] {
  const events = told.events.toSorted((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
  const rows = events.map((event, at): TimelineRow => {
    const before = events[at - 1];
    return {
      kind: 'event',
      key: event.id,
      at: event.occurredAt,
      side: sideOf(event),
      event,
      gapSeconds: before ? seconds(before.occurredAt, event.occurredAt) : null,
    };
  });
  return [...rows, ...promisesOf(told, until)].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
