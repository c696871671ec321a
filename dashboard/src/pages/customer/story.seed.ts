import type { JourneyEvent, StoryOrder } from './use-customer.ts';

/** An event of the order `one`, as a test needs it. */
export function event(kind: JourneyEvent['kind'], at: string, change: Partial<JourneyEvent> = {}): JourneyEvent {
  return {
    id: `${kind} ${at}`,
    kind,
    at,
    on: at.slice(0, 10),
    stage: 'IN_SALE',
    title: { en: kind, zh: kind },
    detail: null,
    amount: null,
    promisedAt: null,
    gapSeconds: null,
    stageSeconds: null,
    orderId: 'one',
    caseId: null,
    shipmentId: null,
    tone: 'neutral',
    ...change,
  };
}

/** The order `one` with one parcel, scanned at these moments at the stations S1, S2, … */
export function scanned(...moments: string[]): StoryOrder {
  return {
    id: 'one',
    failures: [],
    deliveryCost: null,
    serviceCost: null,
    compensations: [],
    returns: [],
    shipments: [
      {
        id: 'parcel',
        events: moments.map((occurredAt, at) => ({
          id: `scan ${at}`,
          kind: { code: 'departed', label: { en: 'Departed', zh: '发出' } },
          occurredAt,
          stationCode: `S${at + 1}`,
        })),
      },
    ],
  };
}
