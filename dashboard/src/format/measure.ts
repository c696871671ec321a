import { say, type Lang } from './lang.ts';
import { moneyDigits, symbolBefore, exactMoney } from './money.ts';
import { axisScale, grouped, percentDigits, plain, tickDecimals } from './number.ts';
import { unitWords, type Unit } from './unit.ts';

export type { Unit } from './unit.ts';

/** How a figure is written. The head of a metric fits as it is. */
export interface Measure {
  unit: Unit;
  decimals?: number | null;
  currency?: string | null;
}

export interface ValueParts {
  before: string;
  number: string;
  after: string;
}

type Missing = null | undefined;

const NO_VALUE = { en: 'no data', zh: '无数据' };
const DEFAULT_DECIMALS: Partial<Record<Unit, number>> = { COUNT: 0, MONEY: 2, SCORE: 2 };

const decimalsOf = (measure: Measure): number => measure.decimals ?? DEFAULT_DECIMALS[measure.unit] ?? 1;
const isMissing = (value: number | Missing): value is Missing =>
  value === null || value === undefined || Number.isNaN(value);

export const noValue = (lang: Lang): string => say(NO_VALUE, lang);

/** The value in the three pieces a tile sets apart: "R$" 3.06 "M". A missing value has no digits at all. */
export function valueParts(value: number | Missing, measure: Measure, lang: Lang): ValueParts {
  if (isMissing(value)) return { before: '', number: '', after: noValue(lang) };
  if (measure.unit === 'PERCENT') return { before: '', number: percentDigits(value, decimalsOf(measure)), after: '%' };
  if (measure.unit === 'MONEY') return moneyParts(value, measure, lang);
  const words = unitWords[measure.unit];
  if (words || measure.unit === 'SCORE' || measure.unit === 'INDEX')
    return { before: '', number: plain(value, decimalsOf(measure)), after: words ? say(words.long, lang) : '' };
  const { digits, scale } = grouped(value, lang, decimalsOf(measure));
  return { before: '', number: digits, after: scale };
}

function moneyParts(value: number, measure: Measure, lang: Lang): ValueParts {
  const { digits, scale } = moneyDigits(value, measure.currency, lang);
  const symbol = symbolBefore(measure.currency);
  return digits.startsWith('−')
    ? { before: `−${symbol}`, number: digits.slice(1), after: scale }
    : { before: symbol, number: digits, after: scale };
}

/** Words take a space before them (8.0 days, 8.0 天, 305.7 万); %, M and B do not. */
const joined = ({ before, number, after }: ValueParts): string =>
  number === '' ? after : `${before}${number}${after.length > 1 || /[一-鿿]/.test(after) ? ' ' : ''}${after}`;

/** The value as running text: 18,799 · R$ 3.06M · 94.2% · 8.0 days. Missing is a word, never 0. */
export function valueText(value: number | Missing, measure: Measure, lang: Lang): string {
  return joined(valueParts(value, measure, lang));
}

/** Without trailing zeros, for figures someone chose: a target is 95%, not 95.0%. */
export function trimmedText(value: number | Missing, measure: Measure, lang: Lang): string {
  if (isMissing(value)) return noValue(lang);
  const scaled = measure.unit === 'PERCENT' ? value * 100 : value;
  return valueText(value, { ...measure, decimals: Math.min(decimalsOf(measure), tickDecimals([scaled])) }, lang);
}

/** Without the unit, for cells whose column names it: 94.2. */
export function bareText(value: number | Missing, measure: Measure, lang: Lang): string {
  if (isMissing(value)) return noValue(lang);
  return measure.unit === 'MONEY' ? valueText(value, measure, lang) : valueParts(value, measure, lang).number;
}

/** Every digit, for tables: money with its minor units, counts ungrouped by scale words. */
export function exactText(value: number | Missing, measure: Measure, lang: Lang): string {
  if (isMissing(value)) return noValue(lang);
  if (measure.unit === 'MONEY') return exactMoney(value, measure.currency);
  if (measure.unit === 'COUNT') return plain(value, decimalsOf(measure));
  return valueText(value, measure, lang);
}

/** The low and high end with one unit: 93.8–94.4%. */
export function intervalText(interval: { low: number; high: number } | Missing, measure: Measure, lang: Lang): string {
  if (!interval) return noValue(lang);
  const high = valueText(interval.high, measure, lang);
  if (measure.unit === 'MONEY') return `${valueText(interval.low, measure, lang)}–${high}`;
  const low = valueParts(interval.low, measure, lang);
  return valueParts(interval.high, measure, lang).after === low.after
    ? `${low.number}–${high}`
    : `${joined(low)}–${high}`;
}

/** Labels for the ticks of one axis: one scale, few decimals, the unit on the topmost tick only. */
export function tickLabels(values: readonly number[], measure: Measure, lang: Lang): Map<number, string> {
  const top = Math.max(...values);
  const { size, word } = measure.unit === 'PERCENT' ? { size: 0.01, word: '' } : axisScale(top, lang);
  const decimals = tickDecimals(values.map((value) => value / size));
  return new Map(
    values.map((value) => [value, tickText(value, value === top, measure, lang, { size, word, decimals })]),
  );
}

function tickText(
  value: number,
  isTop: boolean,
  measure: Measure,
  lang: Lang,
  scale: { size: number; word: string; decimals: number },
): string {
  const digits = value === 0 ? '0' : plain(value / scale.size, scale.decimals) + scale.word;
  if (!isTop) return digits;
  if (measure.unit === 'PERCENT') return `${digits}%`;
  if (measure.unit === 'MONEY') return symbolBefore(measure.currency) + digits;
  const words = unitWords[measure.unit];
  return words ? `${digits} ${say(words.short, lang)}` : digits;
}
