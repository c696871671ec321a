import { present } from '../../filters/search.ts';

/** Whose origin is shown; absent: the first metric of the catalogue. */
export interface LineageSearch {
  metric?: string;
}

export const readLineageSearch = (raw: Record<string, unknown>): LineageSearch =>
  present({ metric: typeof raw['metric'] === 'string' && raw['metric'] !== '' ? raw['metric'] : undefined });
