import { present } from '../../filters/search.ts';

export interface RulesSearch {
  /** The rule set; without it the first. */
  set?: string;
  /** The rule that is looked at; without it the worst. */
  rule?: string;
  /** A merchant's id in the source; without it the whole shop. */
  merchant?: string;
  /** Supposed: so many defects more, so many per cent more rows. */
  more?: number;
  rows?: number;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function whole(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === 'number' ? value : Number(text(value));
  return Number.isInteger(number) && number !== 0 && number >= least && number <= most ? number : undefined;
}

export const readRulesSearch = (raw: Record<string, unknown>): RulesSearch =>
  present({
    set: text(raw['set']),
    rule: text(raw['rule']),
    merchant: text(raw['merchant']),
    more: whole(raw['more'], -10_000, 10_000),
    rows: whole(raw['rows'], -100, 1000),
  });
