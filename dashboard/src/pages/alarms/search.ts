import { present } from '../../filters/search.ts';

/** The alarm that is opened, and the figure whose course is shown. */
export interface AlarmsSearch {
  alarm?: string;
  watched?: string;
}

const matching = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined;

export const readAlarmsSearch = (raw: Record<string, unknown>): AlarmsSearch =>
  present({ alarm: matching(raw['alarm'], /^[1-9]\d{0,15}$/), watched: matching(raw['watched'], /^[a-z_]{1,40}$/) });
