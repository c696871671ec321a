import { present } from '../../filters/search.ts';

export type CutChoice = 'LATE' | 'DELAY' | 'FAILURE' | 'RECOVERY';

export interface SecondOrdersSearch {
  by?: CutChoice;
}

export const cutChoices = ['LATE', 'DELAY', 'FAILURE', 'RECOVERY'] as const satisfies readonly CutChoice[];

export const readSecondOrdersSearch = (raw: Record<string, unknown>): SecondOrdersSearch =>
  present({ by: cutChoices.find((cut) => cut === raw['by']) });
