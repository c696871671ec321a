import type { Period } from '../answer/types.ts';
import { MetricRequestError } from '../errors.ts';
import { addDays, dayNumber } from '../planner/calendar.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import type { EventSeries } from './series.ts';

/** An event of a period, and its latest occurrence in an earlier year. */
export interface AlignedEvent {
  code: string;
  label: LocalizedText;
  told: boolean;
  day: string;
  earlierDay: string;
}

/** Half a year: farther from the event a day is told by another one. */
const FARTHEST = 183;

export const distanceTo = ({ from, to }: Period, day: string): number =>
  day < from ? dayNumber(from) - dayNumber(day) : day > to ? dayNumber(day) - dayNumber(to) : 0;

/** How many days an event lies from a period; of two as near, the later counts. */
function nearest({ days }: EventSeries, period: Period): string | undefined {
  const [first] = days.toSorted((a, b) => distanceTo(period, a) - distanceTo(period, b) || (a < b ? 1 : -1));
  return first !== undefined && distanceTo(period, first) <= FARTHEST ? first : undefined;
}

/** The event as the period meets it; undefined where none of it is near, or none in an earlier year is known. */
export function aligned(series: EventSeries, period: Period): AlignedEvent | undefined {
  const day = nearest(series, period);
  const earlierDay = series.days.findLast((other) => day !== undefined && other.slice(0, 4) < day.slice(0, 4));
  if (day === undefined || earlierDay === undefined) return undefined;
  return { code: series.code, label: series.label, told: series.told, day, earlierDay };
}

/** All events a period can be aligned to: those it holds first, then the nearest; the shop's own before the public ones. */
export const alignable = (known: readonly EventSeries[], period: Period): AlignedEvent[] =>
  known
    .flatMap((series) => aligned(series, period) ?? [])
    .sort((a, b) => distanceTo(period, a.day) - distanceTo(period, b.day) || Number(b.told) - Number(a.told));

export const shiftOf = ({ day, earlierDay }: AlignedEvent): number => dayNumber(day) - dayNumber(earlierDay);

export const earlierPeriod = ({ from, to }: Period, event: AlignedEvent): Period => ({
  from: addDays(from, -shiftOf(event)),
  to: addDays(to, -shiftOf(event)),
});

/** The event named, in the period asked; or what is wrong with it and which could be named. */
export function alignedEvent(known: readonly EventSeries[], name: string, period: Period): AlignedEvent {
  const can = alignable(known, period)
    .map(({ code, day, earlierDay }) => `${code} (${earlierDay} → ${day})`)
    .join(', ');
  const refuse = (code: 'UNKNOWN_EVENT' | 'NO_EARLIER_EVENT' | 'EVENT_TWICE', en: string, zh: string): never => {
    throw new MetricRequestError(
      code,
      { en: `${en} Known for this period: ${can}.`, zh: `${zh}此时段可用：${can}。` },
      'events',
    );
  };
  const series =
    known.find(({ code }) => code === name.toUpperCase()) ??
    refuse('UNKNOWN_EVENT', `There is no event “${name}”.`, `没有事件“${name}”。`);
  const inside = series.days.filter((day) => distanceTo(period, day) === 0);
  if (inside.length > 1)
    refuse(
      'EVENT_TWICE',
      `${series.code} falls into ${period.from} to ${period.to} more than once (${inside.join(', ')}): choose a period that holds it once.`,
      `${series.code} 在 ${period.from} 至 ${period.to} 内不止一次（${inside.join('、')}），请选择只含一次的时段。`,
    );
  return (
    aligned(series, period) ??
    refuse(
      'NO_EARLIER_EVENT',
      `${series.code} has no occurrence near ${period.from} to ${period.to} with one in an earlier year; its days are ${series.days.join(', ')}.`,
      `${series.code} 在 ${period.from} 至 ${period.to} 附近没有可与往年对应的一次；已知日期：${series.days.join('、')}。`,
    )
  );
}
