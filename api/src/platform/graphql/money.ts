import { minorDigits } from '@rapport/model/vocabulary';
import type { Money } from './shared.type.ts';

/** Whole minor units as decimal text, without a detour through floating point. */
export function money(minor: number, currency: string): Money {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return { amount: minor < 0 ? `-${amount}` : amount, currency };
}

/** What is not known is null, not zero. */
export const moneyOrNull = (minor: number | null, currency: string): Money | null =>
  minor === null ? null : money(minor, currency);
