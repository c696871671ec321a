import { present } from '../../filters/search.ts';

export type OutcomeChoice = 'LOW_SCORE' | 'COMPLAINT' | 'NO_REPURCHASE';

export interface DriversSearch {
  result?: OutcomeChoice;
  /** The factor that is looked at; without it the heaviest. */
  factor?: string;
}

export const outcomeChoices = ['LOW_SCORE', 'COMPLAINT', 'NO_REPURCHASE'] as const satisfies readonly OutcomeChoice[];

export const readDriversSearch = (raw: Record<string, unknown>): DriversSearch =>
  present({
    result: outcomeChoices.find((outcome) => outcome === raw['result']),
    factor: typeof raw['factor'] === 'string' ? raw['factor'] : undefined,
  });
