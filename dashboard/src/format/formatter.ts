import { changeText, deltaText, ratioText, type ChangeOptions } from './change.ts';
import * as dates from './date.ts';
import { bytesText } from './bytes.ts';
import { durationText } from './duration.ts';
import type { Bilingual, Lang } from './lang.ts';
import {
  bareText,
  exactText,
  intervalText,
  noValue,
  tickLabels,
  trimmedText,
  valueParts,
  valueText,
  type Measure,
  type ValueParts,
} from './measure.ts';
import { exactMoney } from './money.ts';
import { maturityText, significanceText } from './words.ts';

type Maybe<T> = T | null | undefined;

/** Everything that turns a figure or a day into text, bound to one language. One object a language: safe as a dependency. */
export interface Formatter {
  readonly lang: Lang;
  say(text: Bilingual): string;
  value(value: Maybe<number>, measure: Measure): string;
  bare(value: Maybe<number>, measure: Measure): string;
  exact(value: Maybe<number>, measure: Measure): string;
  trimmed(value: Maybe<number>, measure: Measure): string;
  parts(value: Maybe<number>, measure: Measure): ValueParts;
  ticks(values: readonly number[], measure: Measure): Map<number, string>;
  interval(interval: Maybe<{ low: number; high: number }>, measure: Measure): string;
  change(change: Maybe<number>, measure: Measure, options?: ChangeOptions): string;
  ratio(ratio: Maybe<number>, options?: ChangeOptions): string;
  delta(
    comparison: { change?: number | null; changeRatio?: number | null },
    measure: Measure,
    options?: ChangeOptions,
  ): string;
  count(value: Maybe<number>): string;
  share(value: Maybe<number>, decimals?: number): string;
  money(money: Maybe<{ amount: string | number; currency: string }>): string;
  noValue(): string;
  day(day: Maybe<string>): string;
  dayShort(day: Maybe<string>): string;
  dayRange(from: string, to: string, asMonths?: boolean): string;
  month(day: Maybe<string>): string;
  monthShort(day: Maybe<string>): string;
  monthName(day: Maybe<string>): string;
  bucket(bucket: string, grain: dates.Grain): string;
  bucketShort(bucket: string, grain: dates.Grain): string;
  bucketTick(bucket: string, grain: dates.Grain, withYear: boolean): string;
  dateTime(moment: Maybe<string>, zone: string): string;
  time(moment: Maybe<string>, zone: string): string;
  momentDay(moment: Maybe<string>, zone: string): string;
  duration(seconds: Maybe<number>): string;
  /** 1,234,567 → 1.2 MB; thousands, as files are told elsewhere. */
  bytes(size: Maybe<number>): string;
  significance(significant: Maybe<boolean>): string;
  maturity(mature: boolean): string;
}

const COUNT: Measure = { unit: 'COUNT', decimals: 0 };

function build(lang: Lang): Formatter {
  const known = <T>(value: Maybe<T>, write: (present: T) => string): string =>
    value === null || value === undefined ? noValue(lang) : write(value);
  return {
    lang,
    say: (text) => text[lang],
    value: (value, measure) => valueText(value, measure, lang),
    bare: (value, measure) => bareText(value, measure, lang),
    exact: (value, measure) => exactText(value, measure, lang),
    trimmed: (value, measure) => trimmedText(value, measure, lang),
    parts: (value, measure) => valueParts(value, measure, lang),
    ticks: (values, measure) => tickLabels(values, measure, lang),
    interval: (interval, measure) => intervalText(interval, measure, lang),
    change: (change, measure, options) => changeText(change, measure, lang, options),
    ratio: (ratio, options) => ratioText(ratio, lang, options),
    delta: (comparison, measure, options) => deltaText(comparison, measure, lang, options),
    count: (value) => exactText(value, COUNT, lang),
    share: (value, decimals = 1) => valueText(value, { unit: 'PERCENT', decimals }, lang),
    money: (money) => known(money, ({ amount, currency }) => exactMoney(Number(amount), currency)),
    noValue: () => noValue(lang),
    day: (day) => known(day, (present) => dates.dayText(present, lang)),
    dayShort: (day) => known(day, (present) => dates.dayShort(present, lang)),
    dayRange: (from, to, asMonths) => dates.dayRange(from, to, lang, asMonths),
    month: (day) => known(day, (present) => dates.monthText(present, lang)),
    monthShort: (day) => known(day, (present) => dates.monthShort(present, lang)),
    monthName: (day) => known(day, (present) => dates.monthName(present, lang)),
    bucket: (bucket, grain) => dates.bucketText(bucket, grain, lang),
    bucketShort: (bucket, grain) => dates.bucketShort(bucket, grain, lang),
    bucketTick: (bucket, grain, withYear) => dates.bucketTick(bucket, grain, lang, withYear),
    dateTime: (moment, zone) => known(moment, (present) => dates.dateTimeText(present, zone, lang)),
    time: (moment, zone) => known(moment, (present) => dates.timeText(present, zone, lang)),
    momentDay: (moment, zone) => known(moment, (present) => dates.momentDay(present, zone, lang)),
    duration: (seconds) => durationText(seconds, lang),
    bytes: (size) => known(size, bytesText),
    significance: (significant) => significanceText(significant, lang),
    maturity: (mature) => maturityText(mature, lang),
  };
}

const FORMATTERS: Record<Lang, Formatter> = { en: build('en'), zh: build('zh') };

export const formatter = (lang: Lang): Formatter => FORMATTERS[lang];
