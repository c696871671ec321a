import { say, type Lang } from './lang.ts';
import { noValue, valueParts, valueText, type Measure } from './measure.ts';
import { percentDigits, plain } from './number.ts';
import { asRead } from './span.ts';
import { unitWords } from './unit.ts';

const POINTS = { short: { en: 'pt', zh: 'pp' }, long: { en: 'points', zh: '个百分点' } };
const POINT = 'point';

export interface ChangeOptions {
  /** Words for a sentence ("7.4 points", "7.4 个百分点") instead of the pill's short ones. */
  long?: boolean;
  /** Leaves the sign out where the sentence says up or down. */
  bare?: boolean;
}

const sign = (digits: string, bare: boolean): string => {
  if (digits.startsWith('−')) return bare ? digits.slice(1) : digits;
  return bare || !/[1-9]/.test(digits) ? digits : `+${digits}`;
};

/** A difference in the metric's own unit: shares in points, days in days, money in money, never relative. */
export function changeText(
  change: number | null | undefined,
  measure: Measure,
  lang: Lang,
  options: ChangeOptions = {},
): string {
  if (change === null || change === undefined) return noValue(lang);
  const { long = false, bare = false } = options;
  if (measure.unit === 'PERCENT') {
    const digits = percentDigits(change, measure.decimals ?? 1);
    const word =
      long && lang === 'en' && /^−?1(\.0+)?$/.test(digits) ? POINT : say(POINTS[long ? 'long' : 'short'], lang);
    return `${sign(digits, bare)} ${word}`;
  }
  const read = asRead(change, measure);
  const words = unitWords[read.measure.unit];
  if (words)
    return `${sign(plain(read.value, read.measure.decimals ?? 1), bare)} ${say(words[long ? 'long' : 'short'], lang)}`;
  if (measure.unit === 'MONEY') return moneyChange(change, measure, lang, bare);
  return sign(valueText(change, measure, lang), bare);
}

function moneyChange(change: number, measure: Measure, lang: Lang, bare: boolean): string {
  const text = valueText(Math.abs(change), measure, lang);
  if (bare || !/[1-9]/.test(valueParts(change, measure, lang).number)) return text;
  return `${change < 0 ? '−' : '+'}${text}`;
}

/** A relative difference: +64.6%. */
export function ratioText(ratio: number | null | undefined, lang: Lang, options: ChangeOptions = {}): string {
  if (ratio === null || ratio === undefined) return noValue(lang);
  return `${sign(percentDigits(ratio, 1), options.bare ?? false)}%`;
}

/** How a tile writes a change: counts and money relative, everything else in its own unit. */
export function deltaText(
  comparison: { change?: number | null; changeRatio?: number | null },
  measure: Measure,
  lang: Lang,
  options: ChangeOptions = {},
): string {
  const relative = measure.unit === 'COUNT' || measure.unit === 'MONEY';
  return relative
    ? ratioText(comparison.changeRatio, lang, options)
    : changeText(comparison.change, measure, lang, options);
}
