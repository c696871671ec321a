import { say, type Lang } from './lang.ts';
import { moneyDigits, symbolBefore, exactMoney } from './money.ts';
import { axisScale, grouped, percentDigits, plain, tickDecimals } from './number.ts';
import { asRead, inSteps, readingStep } from './span.ts';
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
  const read = asRead(value, measure);
  return partsAsMeasured(read.value, read.measure, lang);
}

/** In the unit it is measured in, however long that makes it. */
function partsAsMeasured(value: number, measure: Measure, lang: Lang): ValueParts {
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
  const read = asRead(value, measure);
  const scaled = measure.unit === 'PERCENT' ? value * 100 : read.value;
  const decimals = Math.min(decimalsOf(read.measure), tickDecimals([scaled]));
  return joined(partsAsMeasured(read.value, { ...read.measure, decimals }, lang));
}

/** Without the unit, for cells whose column names it: 94.2. */
export function bareText(value: number | Missing, measure: Measure, lang: Lang): string {
  if (isMissing(value)) return noValue(lang);
  return measure.unit === 'MONEY' ? valueText(value, measure, lang) : partsAsMeasured(value, measure, lang).number;
}

/** Every digit, for tables: money with its minor units, counts ungrouped by scale words, spans in one unit down the column. */
export function exactText(value: number | Missing, measure: Measure, lang: Lang): string {
  if (isMissing(value)) return noValue(lang);
  if (measure.unit === 'MONEY') return exactMoney(value, measure.currency);
  if (measure.unit === 'COUNT') return plain(value, decimalsOf(measure));
  return joined(partsAsMeasured(value, measure, lang));
}

/** The low and high end with one unit: 93.8–94.4%. */
export function intervalText(interval: { low: number; high: number } | Missing, measure: Measure, lang: Lang): string {
  if (!interval) return noValue(lang);
  const step = readingStep((interval.low + interval.high) / 2, measure);
  const parts = (end: number): ValueParts => partsAsMeasured(end / step, inSteps(measure, step), lang);
  const [low, high] = [parts(interval.low), parts(interval.high)];
  const apart = measure.unit === 'MONEY' || high.after !== low.after;
  return `${apart ? joined(low) : low.number}–${joined(high)}`;
}

/** Labels for the ticks of one axis: one scale, few decimals, the unit on the topmost tick only. */
export function tickLabels(values: readonly number[], measure: Measure, lang: Lang): Map<number, string> {
  const top = Math.max(...values);
  const step = readingStep(top, measure);
  // Ticks that stand at days; an axis drawn in hours keeps them.
  if (step > 1 && tickDecimals(values.map((value) => value / step)) <= 1) {
    const days = values.map((value) => value / step);
    const labels = tickLabels(days, inSteps(measure, step), lang);
    return new Map(values.map((value, at) => [value, labels.get(days[at] ?? 0) ?? '']));
  }
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
