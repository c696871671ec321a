import { grouped, plain } from './number.ts';
import type { Lang } from './lang.ts';

interface CurrencyFace {
  symbol: string;
  minorDigits: number;
}

const faces = new Map<string, CurrencyFace>();

/** Symbol and minor digits of an ISO 4217 code; a code nobody knows stays as written ("XYZ 12.00"). */
export function currencyFace(currency: string): CurrencyFace {
  const known = faces.get(currency);
  if (known) return known;
  const face = readFace(currency);
  faces.set(currency, face);
  return face;
}

function readFace(currency: string): CurrencyFace {
  if (!/^[A-Z]{3}$/.test(currency)) return { symbol: currency, minorDigits: 2 };
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const symbol = format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
  return { symbol, minorDigits: format.resolvedOptions().maximumFractionDigits ?? 2 };
}

/** "R$ 162.62" but "¥47.20": a symbol with a letter keeps its distance. */
export function symbolBefore(currency: string | null | undefined): string {
  if (!currency) return '';
  const { symbol } = currencyFace(currency);
  return /[A-Za-z]/.test(symbol) ? `${symbol} ` : symbol;
}

/** Minor units below a thousand, whole units below a million, then M/B or 万/亿. */
export function moneyDigits(
  amount: number,
  currency: string | null | undefined,
  lang: Lang,
): { digits: string; scale: string } {
  const minorDigits = currency ? currencyFace(currency).minorDigits : 2;
  const small = Math.round(Math.abs(amount) * 100) / 100 < 1_000;
  return small ? { digits: plain(amount, minorDigits), scale: '' } : grouped(amount, lang);
}

/** Every minor unit, for rows, tables and exports: R$ 15,843,553.24. */
export function exactMoney(amount: number, currency: string | null | undefined): string {
  const minorDigits = currency ? currencyFace(currency).minorDigits : 2;
  const digits = plain(amount, minorDigits);
  return digits.startsWith('−') ? `−${symbolBefore(currency)}${digits.slice(1)}` : symbolBefore(currency) + digits;
}
