import { minorDigits } from '../../vocabulary/index.ts';
import type { Metric } from '../catalogue.ts';

export interface Money {
  /** What stored whole numbers are divided by. */
  per: number;
  decimals: number;
  currency: string | null;
  /** false: the amounts are in several currencies, which are never added. */
  added: boolean;
}

export function moneyOf({ unit }: Metric, currencies: readonly string[]): Money {
  if (unit.per !== 'minor units') return { per: unit.per, decimals: unit.decimals, currency: null, added: true };
  const [currency, ...others] = [...new Set(currencies)];
  if (currency === undefined || others.length > 0)
    return { per: 1, decimals: unit.decimals, currency: null, added: others.length === 0 };
  const digits = minorDigits(currency);
  return { per: 10 ** digits, decimals: digits, currency, added: true };
}
