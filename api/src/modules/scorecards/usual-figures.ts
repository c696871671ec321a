import { catalogue, type MetricDefinition, type MetricId } from '@rapport/model/metrics';

/** What scorecards are kept of; each is a dimension of figures. */
export type Kept = 'CARRIER' | 'STATION' | 'AGENT' | 'MERCHANT' | 'PRODUCT';

/** The figures of a card that asks for none by name; each carries the card's dimension. */
export const usualFigures: Record<Kept, readonly MetricId[]> = {
  CARRIER: [
    'PARCELS',
    'PARCEL_ON_TIME_RATE',
    'FIRST_ATTEMPT_RATE',
    'PAID_TO_DELIVERED_HOURS_P50',
    'SCAN_LAG_MINUTES_MEAN',
    'DAMAGE_RATE',
    'LOSS_RATE_PER_10K',
    'COMPLAINT_RATE_BY_ORDER_DATE',
  ],
  STATION: [
    'PARCELS',
    'PARCEL_ON_TIME_RATE',
    'FIRST_ATTEMPT_RATE',
    'LAST_MILE_HOURS_P50',
    'DAMAGE_RATE',
    'LOSS_RATE_PER_10K',
  ],
  AGENT: [
    'SERVICE_CASES',
    'FIRST_RESPONSE_MINUTES_P50',
    'RESPONSE_IN_TIME_RATE',
    'RESOLUTION_HOURS_P50',
    'REOPEN_RATE',
    'CSAT',
    'QA_SCORE',
  ],
  MERCHANT: [
    'ORDERS',
    'PROMISE_KEPT_RATE',
    'LATE_SHIPMENT_RATE',
    'ORDER_DEFECT_RATE',
    'NOT_AS_DESCRIBED_RATE',
    'COMPLAINT_RATE_BY_ORDER_DATE',
    'POSITIVE_REVIEW_RATE',
  ],
  PRODUCT: [
    'POSITIVE_SHARE_RECEIVED',
    'NOT_AS_DESCRIBED_RATE',
    'DEFECT_RATE',
    'PRODUCT_RETURN_RATE',
    'VIEW_CONVERSION_RATE',
  ],
};

const byId = new Map<string, MetricDefinition>(catalogue.map((definition) => [definition.id, definition]));

export const definitionOf = (id: string): MetricDefinition | undefined => byId.get(id);
