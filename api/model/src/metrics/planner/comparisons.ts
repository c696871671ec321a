import { comparisonKinds, type ComparisonKind, type Grain, type MetricRequest, type Period } from '../answer/types.ts';
import { refuse } from '../errors.ts';
import { alignedEvent } from '../events/align.ts';
import type { EventSeries } from '../events/series.ts';
import {
  addDays,
  comparisonWindow,
  dayNumber,
  eventWindow,
  isWholeMonths,
  monthsBetween,
  type Window,
} from './calendar.ts';
import { readPeriod } from './period.ts';

function readComparisons({ compare }: MetricRequest): ComparisonKind[] {
  return [...new Set(compare ?? [])].map((kind) =>
    comparisonKinds.includes(kind)
      ? kind
      : refuse(
          'UNKNOWN_COMPARISON',
          'compare',
          `There is no comparison “${kind}”. Known: ${comparisonKinds.join(', ')}.`,
          `没有对比方式“${kind}”。可用：${comparisonKinds.join('、')}。`,
        ),
  );
}

/** Does its answer need the events of the shops? */
export const asksEvents = ({ compare }: MetricRequest): boolean => compare?.includes('SAME_DAYS_OF_EVENT') ?? false;

function readEventNames(request: MetricRequest): string[] {
  const events = [...new Set(request.events ?? [])];
  return events.length > 0 === asksEvents(request)
    ? events
    : refuse(
        'NO_EVENT',
        'events',
        'Name the events to align to in “events”, such as DOUBLE_11 or SPRING_FESTIVAL, and compare with SAME_DAYS_OF_EVENT; comparableEvents lists them.',
        '请在 events 中写明要对齐的事件（如 DOUBLE_11、SPRING_FESTIVAL），并在 compare 中使用 SAME_DAYS_OF_EVENT；可用事件见 comparableEvents。',
      );
}

function readAgainst({ against, compare }: MetricRequest): Period | null {
  if ((against != null) !== (compare?.includes('GIVEN_PERIOD') ?? false))
    refuse(
      'NO_PERIOD',
      'against',
      'Name the earlier days in “against”, and compare with GIVEN_PERIOD.',
      '请在 against 中写明要对比的较早时段，并在 compare 中使用 GIVEN_PERIOD。',
    );
  return against == null ? null : readPeriod(against, 'against');
}

const daysIn = ({ from, to }: Period): number => dayNumber(to) - dayNumber(from) + 1;

/** Any earlier days, as many of them or as many whole calendar months: a count of more days would look like growth. */
function givenWindow(main: Period, against: Period, grain: Grain): Window {
  const kind = 'GIVEN_PERIOD' as const;
  const back = dayNumber(main.from) - dayNumber(against.from);
  if (against.to >= main.from)
    refuse(
      'NOT_EARLIER',
      'against',
      `${against.from} to ${against.to} does not end before ${main.from}: compare with earlier days, and swap the two periods where need be.`,
      `${against.from} 至 ${against.to} 没有在 ${main.from} 之前结束：请与更早的时段对比，必要时对调两个时段。`,
    );
  if (isWholeMonths(main) && isWholeMonths(against) && monthsBetween(main) === monthsBetween(against)) {
    const months = monthsBetween({ from: against.from, to: main.from }) - 1;
    if (grain !== 'DAY' && grain !== 'WEEK') return { kind, ...against, shift: { months } };
    const last = addDays(main.to, -back);
    return { kind, from: against.from, to: last < against.to ? last : against.to, shift: { days: back } };
  }
  const as = { from: against.from, to: addDays(against.from, daysIn(main) - 1) };
  return daysIn(against) === daysIn(main)
    ? { kind, ...against, shift: { days: back } }
    : refuse(
        'OTHER_LENGTH',
        'against',
        `${against.from} to ${against.to} has ${daysIn(against)} days, the period ${daysIn(main)}. Compare as many days, such as {from: "${as.from}", to: "${as.to}"}, or as many whole months.`,
        `${against.from} 至 ${against.to} 有 ${daysIn(against)} 天，而统计期有 ${daysIn(main)} 天。请对比同样多的天数，如 {from: "${as.from}", to: "${as.to}"}，或同样多的整月。`,
      );
}

/** The windows a period is compared with, in the order they were asked for; one for each event. */
export function comparisonsOf(
  request: MetricRequest,
  period: Period,
  grain: Grain,
  known: readonly EventSeries[],
): Window[] {
  const kinds = readComparisons(request);
  const events = readEventNames(request);
  const against = readAgainst(request);
  return kinds.flatMap((kind) => {
    if (kind === 'SAME_DAYS_OF_EVENT')
      return events.map((name) => eventWindow(period, alignedEvent(known, name, period)));
    if (kind === 'GIVEN_PERIOD') return against ? [givenWindow(period, against, grain)] : [];
    return [comparisonWindow(period, kind, grain)];
  });
}
