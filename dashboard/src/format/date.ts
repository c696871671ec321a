import type { Lang } from './lang.ts';

export type Grain = 'TOTAL' | 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

type Pattern = 'monthLong' | 'day' | 'dayShort' | 'month' | 'monthShort' | 'year';

const OPTIONS: Record<Pattern, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  dayShort: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  monthShort: { month: 'short' },
  monthLong: { month: 'long' },
  year: { year: 'numeric' },
};
const LOCALE: Record<Lang, string> = { en: 'en-GB', zh: 'zh-CN' };
const made = new Map<string, Intl.DateTimeFormat>();

function format(pattern: Pattern, lang: Lang): Intl.DateTimeFormat {
  const key = `${pattern} ${lang}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(LOCALE[lang], { ...OPTIONS[pattern], timeZone: 'UTC' });
  made.set(key, fresh);
  return fresh;
}

/** A LocalDate is a day, not a moment: it is read and written in UTC so that no browser zone can move it. */
const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** en-GB writes "Sept" in some engines' data; the product says "Sep". */
const write = (day: string, pattern: Pattern, lang: Lang): string =>
  format(pattern, lang)
    .format(toDate(day))
    .replace(/Sept\b/, 'Sep');

const yearOf = (day: string): string => day.slice(0, 4);
const monthOf = (day: string): number => Number(day.slice(5, 7));
const dayOf = (day: string): number => Number(day.slice(8, 10));

export const dayText = (day: string, lang: Lang): string => write(day, 'day', lang);
export const dayShort = (day: string, lang: Lang): string => write(day, 'dayShort', lang);
export const monthText = (day: string, lang: Lang): string => write(day, 'month', lang);
export const monthShort = (day: string, lang: Lang): string => write(day, 'monthShort', lang);
/** Alone in a sentence: August · 8月. */
export const monthName = (day: string, lang: Lang): string =>
  write(day, lang === 'en' ? 'monthLong' : 'monthShort', lang);
export const yearText = (day: string, lang: Lang): string => write(day, 'year', lang);

function lastDayOfMonth(day: string): number {
  return new Date(Date.UTC(Number(yearOf(day)), monthOf(day), 0)).getUTCDate();
}

/** Whole months are named as months: "Jun – Aug 2018", not "1 Jun – 31 Aug 2018", where `asMonths` asks for it. */
const wholeMonths = (from: string, to: string): boolean => dayOf(from) === 1 && dayOf(to) === lastDayOfMonth(to);

/** 1 Jun – 31 Aug 2018 · 2018年6月1日–8月31日; the year is said once where both ends share it. */
export function dayRange(from: string, to: string, lang: Lang, asMonths = false): string {
  if (from === to) return dayText(from, lang);
  if (asMonths && wholeMonths(from, to)) return monthRange(from, to, lang);
  const sameYear = yearOf(from) === yearOf(to);
  if (lang === 'zh') return `${dayText(from, 'zh')}–${sameYear ? dayShort(to, 'zh') : dayText(to, 'zh')}`;
  return `${sameYear ? dayShort(from, 'en') : dayText(from, 'en')} – ${dayText(to, 'en')}`;
}

export function monthRange(from: string, to: string, lang: Lang): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return monthText(from, lang);
  const sameYear = yearOf(from) === yearOf(to);
  if (lang === 'zh') return `${monthText(from, 'zh')}–${sameYear ? monthShort(to, 'zh') : monthText(to, 'zh')}`;
  return `${sameYear ? monthShort(from, 'en') : monthText(from, 'en')} – ${monthText(to, 'en')}`;
}

const QUARTERS_ZH = ['一季度', '二季度', '三季度', '四季度'];

const quarterText = (day: string, lang: Lang): string => {
  const quarter = Math.ceil(monthOf(day) / 3);
  return lang === 'zh' ? `${yearOf(day)}年${QUARTERS_ZH[quarter - 1] ?? ''}` : `Q${quarter} ${yearOf(day)}`;
};

/** The full name of a bucket, for tooltips, tables and sentences. */
export function bucketText(bucket: string, grain: Grain, lang: Lang): string {
  if (grain === 'MONTH') return monthText(bucket, lang);
  if (grain === 'QUARTER') return quarterText(bucket, lang);
  if (grain === 'YEAR') return yearText(bucket, lang);
  if (grain === 'WEEK') return lang === 'zh' ? `${dayText(bucket, 'zh')}当周` : `week of ${dayText(bucket, 'en')}`;
  return dayText(bucket, lang);
}

/** The name without its year, where the year is known from context. */
export function bucketShort(bucket: string, grain: Grain, lang: Lang): string {
  if (grain === 'MONTH') return monthShort(bucket, lang);
  if (grain === 'WEEK') return lang === 'zh' ? `${dayShort(bucket, 'zh')}当周` : `week of ${dayShort(bucket, 'en')}`;
  if (grain === 'DAY') return dayShort(bucket, lang);
  return bucketText(bucket, grain, lang);
}

/** An axis says the year where it begins ("Sep 2017 · Oct · … · Jan 2018") and stays short between. */
export function bucketTick(bucket: string, grain: Grain, lang: Lang, withYear: boolean): string {
  if (grain === 'QUARTER' || grain === 'YEAR') return bucketText(bucket, grain, lang);
  if (grain === 'MONTH') return withYear ? monthText(bucket, lang) : monthShort(bucket, lang);
  return withYear ? dayText(bucket, lang) : dayShort(bucket, lang);
}

const momentFormats = new Map<string, Intl.DateTimeFormat>();

function momentFormat(kind: 'dateTime' | 'date' | 'time', zone: string, lang: Lang): Intl.DateTimeFormat {
  const key = `${kind} ${zone} ${lang}`;
  const known = momentFormats.get(key);
  if (known) return known;
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const parts = { dateTime: { ...OPTIONS.day, ...clock }, date: OPTIONS.day, time: clock }[kind];
  const fresh = new Intl.DateTimeFormat(LOCALE[lang], { ...parts, timeZone: zone });
  momentFormats.set(key, fresh);
  return fresh;
}

/** A moment in the shop's zone: 22 Nov 2026, 00:10. */
export const dateTimeText = (moment: string, zone: string, lang: Lang): string =>
  momentFormat('dateTime', zone, lang).format(new Date(moment)).replace('Sept', 'Sep');

export const timeText = (moment: string, zone: string, lang: Lang): string =>
  momentFormat('time', zone, lang).format(new Date(moment));

export const momentDay = (moment: string, zone: string, lang: Lang): string =>
  momentFormat('date', zone, lang).format(new Date(moment)).replace('Sept', 'Sep');

const dayFormats = new Map<string, Intl.DateTimeFormat>();

const clockFormats = new Map<string, Intl.DateTimeFormat>();

/** The moment, in epoch milliseconds, at which a day begins in the shop's zone. */
export function startOfDay(day: string, zone: string): number {
  const known = clockFormats.get(zone);
  const fresh = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  if (!known) clockFormats.set(zone, fresh);
  const utc = Date.parse(`${day}T00:00:00Z`);
  const ahead = (at: number): number => Date.parse(`${fresh.format(at).replace(' ', 'T')}Z`) - at;
  return utc - ahead(utc - ahead(utc));
}

/** The shop's day on which a moment falls, as a LocalDate. */
export function localDay(moment: string, zone: string): string {
  const known = dayFormats.get(zone);
  const fresh = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  if (!known) dayFormats.set(zone, fresh);
  return fresh.format(new Date(moment));
}
