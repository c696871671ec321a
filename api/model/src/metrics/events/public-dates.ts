import type { LocalizedText } from '../../vocabulary/index.ts';
import { dayText } from '../planner/calendar.ts';

/** A day that comes every year and is known without any shop: facts of the calendar, nothing a shop decided. */
export interface PublicEvent {
  code: string;
  label: LocalizedText;
  /** How shops' calendars call it. */
  called: RegExp;
  /** Its one day in a year; undefined where the table does not reach. */
  in(year: number): string | undefined;
}

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2035;

// First days of the lunar year 正月初一, as in the Gregorian-Lunar Calendar Conversion Tables of the Hong Kong Observatory.
const SPRING_FESTIVALS = `2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26
  2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12
  2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31
  2034-02-19 2035-02-08`;
// 八月十五, from the same tables.
const MID_AUTUMNS = `2010-09-22 2011-09-12 2012-09-30 2013-09-19 2014-09-08 2015-09-27 2016-09-15 2017-10-04 2018-09-24 2019-09-13
  2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25 2027-09-15 2028-10-03 2029-09-22 2030-09-12`;

const listed = (days: string) => {
  const byYear = new Map(days.split(/\s+/).map((day) => [Number(day.slice(0, 4)), day]));
  return (year: number): string | undefined => byYear.get(year);
};
const everyYear = (date: string) => (year: number) => `${year}-${date}`;

/** The nth weekday (0 = Sunday) of a month, and so many days after it. */
const nth = (place: number, weekday: number, month: number, after: number) => (year: number) => {
  const first = Date.UTC(year, month - 1, 1) / 86_400_000;
  const ahead = (weekday - new Date(first * 86_400_000).getUTCDay() + 7) % 7;
  return dayText(first + ahead + (place - 1) * 7 + after);
};

export const publicEvents: readonly PublicEvent[] = [
  {
    code: 'SPRING_FESTIVAL',
    label: { en: 'Spring Festival', zh: '春节' },
    called: /spring|lunar.?new|chinese.?new|春节|过年|年货/i,
    in: listed(SPRING_FESTIVALS),
  },
  {
    code: 'LABOUR_DAY',
    label: { en: 'Labour Day', zh: '劳动节' },
    called: /labou?r|may.?day|五一|劳动节/i,
    in: everyYear('05-01'),
  },
  {
    // The second Sunday of May: China, Brazil, the United States and most others.
    code: 'MOTHERS_DAY',
    label: { en: 'Mother’s Day', zh: '母亲节' },
    called: /mother|母亲节|dia das m/i,
    in: nth(2, 0, 5, 0),
  },
  {
    code: 'JUNE_18',
    label: { en: '6.18', zh: '618' },
    called: /6[.\-/]?18|六一八/i,
    in: everyYear('06-18'),
  },
  {
    code: 'MID_AUTUMN',
    label: { en: 'Mid-Autumn Festival', zh: '中秋节' },
    called: /mid.?autumn|中秋/i,
    in: listed(MID_AUTUMNS),
  },
  {
    code: 'NATIONAL_DAY',
    label: { en: 'National Day (China)', zh: '国庆节' },
    called: /national|国庆|十一黄金周/i,
    in: everyYear('10-01'),
  },
  {
    code: 'DOUBLE_11',
    label: { en: 'Double 11', zh: '双十一' },
    called: /double.?(11|eleven)|singles|11[.\-/]11|^d11|双十一|双11/i,
    in: everyYear('11-11'),
  },
  {
    // The day after Thanksgiving, which is the fourth Thursday of November (5 U.S.C. § 6103).
    code: 'BLACK_FRIDAY',
    label: { en: 'Black Friday', zh: '黑色星期五' },
    called: /black.?fri|黑色星期五|黑五/i,
    in: nth(4, 4, 11, 1),
  },
  {
    code: 'DOUBLE_12',
    label: { en: 'Double 12', zh: '双十二' },
    called: /double.?(12|twelve)|12[.\-/]12|^d12|双十二|双12/i,
    in: everyYear('12-12'),
  },
  {
    code: 'CHRISTMAS',
    label: { en: 'Christmas', zh: '圣诞节' },
    called: /christmas|xmas|natal|圣诞/i,
    in: everyYear('12-25'),
  },
];

export const daysOf = (event: PublicEvent): string[] =>
  Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => event.in(FIRST_YEAR + index)).filter(
    (day) => day !== undefined,
  );
