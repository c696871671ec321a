import { present } from '../../filters/search.ts';

/** Which figures that moved are listed. */
export interface ChangesSearch {
  run?: string;
  metric?: string;
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export const readChangesSearch = (raw: Record<string, unknown>): ChangesSearch =>
  present({ run: word(raw['run']), metric: word(raw['metric']) });
