import { catalogue, type MetricDefinition } from '@rapport/model/metrics';

/** What scorecards are kept of; each is a dimension of figures. */
export type Kept = 'CARRIER' | 'STATION' | 'AGENT' | 'MERCHANT' | 'PRODUCT';

const usual: Record<Kept, readonly string[]> = {
  CARRIER: ['PROMISE_KEPT_RATE', 'DAMAGE_RATE'],
  STATION: ['DAMAGE_RATE'],
  AGENT: ['SERVICE_CASES', 'FIRST_RESPONSE_MINUTES_P50', 'RESPONSE_IN_TIME_RATE', 'CSAT'],
  MERCHANT: ['ORDERS', 'PROMISE_KEPT_RATE', 'POSITIVE_REVIEW_RATE', 'COMPLAINT_RATE_BY_ORDER_DATE'],
  PRODUCT: ['POSITIVE_REVIEW_RATE'],
};

const byId = new Map<string, MetricDefinition>(catalogue.map((definition) => [definition.id, definition]));

/** The figures of a card that asks for none by name. */
export const usualFigures = (kept: Kept): string[] =>
  usual[kept].filter((id) => byId.get(id)?.dimensions.includes(kept));

export const definitionOf = (id: string): MetricDefinition | undefined => byId.get(id);
