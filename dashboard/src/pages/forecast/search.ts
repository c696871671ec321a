import { present } from '../../filters/search.ts';
import { apiName } from '../../metric/rows-search.ts';

export const shownMeasures = ['ORDERS', 'PARCELS', 'CONTACTS'] as const;

/** Which peak, and which measure is drawn. */
export interface ForecastSearch {
  event?: string;
  measure?: (typeof shownMeasures)[number];
}

export const readForecastSearch = (raw: Record<string, unknown>): ForecastSearch =>
  present({
    event: typeof raw['event'] === 'string' && /^[\w:.-]{1,60}$/.test(raw['event']) ? raw['event'] : undefined,
    measure: shownMeasures.find((measure) => measure === apiName(raw['measure'])),
  });
