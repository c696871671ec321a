import type { Metric } from '../catalogue.ts';

export interface Money {
  /** What stored whole numbers are divided by. */
  per: number;
  decimals: number;
  currency: string | null;
  /** false: the amounts are in several currencies, which are never added. */
  added: boolean;
}

/** Minor units a currency has: 2 for BRL and CNY, 0 for JPY (ISO 4217, as the platform knows it). */
const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

export function moneyOf({ unit }: Metric, currencies: readonly string[]): Money {
  if (unit.per !== 'minor units') return { per: unit.per, decimals: unit.decimals, currency: null, added: true };
  const [currency, ...others] = [...new Set(currencies)];
  if (currency === undefined || others.length > 0)
    return { per: 1, decimals: unit.decimals, currency: null, added: others.length === 0 };
  const digits = minorDigits(currency);
  return { per: 10 ** digits, decimals: digits, currency, added: true };
}
