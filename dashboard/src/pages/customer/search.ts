import { present } from '../../filters/search.ts';
import type { JourneyEvent } from './use-customer.ts';

export type StageChoice = 'ALL' | 'KEY' | JourneyEvent['stage'];

/** Which part of a long life is told: the order a story is about, or `whole`; and which of its events are listed. */
export interface CustomerSearch {
  story?: string;
  stage?: StageChoice;
}

const stages = ['ALL', 'KEY', 'PRE_SALE', 'IN_SALE', 'AFTER_SALE'] as const satisfies readonly StageChoice[];

export function readCustomerSearch(raw: Record<string, unknown>): CustomerSearch {
  const story = raw['story'];
  return present({
    story: typeof story === 'string' && story !== '' ? story : undefined,
    stage: stages.find((stage) => stage === raw['stage']),
  });
}
