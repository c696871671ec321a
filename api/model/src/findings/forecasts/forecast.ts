import { metricById } from '../../metrics/catalogue.ts';
import type { EventSeries } from '../../metrics/events/series.ts';
import { dayNumber, dayText } from '../../metrics/planner/calendar.ts';
import type { Queryable } from '../../schema/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { readCarriers, readDesk } from './capacity.ts';
import { AFTER, backtestPeaks, forecastPeak, type History } from './peak.ts';
import { measures, readMeasure, readShopHistory, type Measure, type ShopHistory } from './read-history.ts';

/** Peaks that shops prepare for; events of their own calendar are offered beside them. */
const PEAKS: ReadonlySet<string> = new Set(['DOUBLE_11', 'JUNE_18', 'DOUBLE_12', 'SPRING_FESTIVAL']);
const FARTHEST_DAYS = 400;

export interface PeakEvent {
  code: string;
  label: LocalizedText;
  /** Day 0 of the next one. */
  day: string;
  /** Days 0 of those in the history, latest first. */
  earlier: string[];
}

interface Ranged {
  expected: number;
  low: number;
  high: number;
}

export interface MeasureForecast {
  measure: Measure;
  /** Null: no earlier peak is known whole, or too few calm days. */
  total: Ranged | null;
  calm: number;
  learnedFrom: number;
  days: (Ranged & { day: string; lastTime: number | null })[];
  peak: (Ranged & { day: string }) | null;
}

export interface PeakBacktest {
  measure: Measure;
  event: LocalizedText;
  day: string;
  expected: number;
  low: number;
  high: number;
  actual: number;
  inside: boolean;
}

export interface Staffing {
  perAgent: number | null;
  days: number;
  inTime: number | null;
  usualAgents: number;
  /** For the heaviest day: as expected, and where it comes to the upper end. Null where nothing tells what an agent can take. */
  agents: number | null;
  agentsHigh: number | null;
}

export interface CarrierNeed {
  carrier: string;
  share: number;
  proven: number | null;
  inTime: number | null;
  /** Parcels of the heaviest day. */
  expected: number;
  high: number;
  /** What its heaviest day would be above what it has shown; null where it has shown nothing. */
  short: number | null;
}

export interface PeakOutlook {
  shop: string;
  asOf: string;
  event: PeakEvent;
  daysAhead: number;
  measures: MeasureForecast[];
  staffing: Staffing;
  carriers: CarrierNeed[];
  backtests: PeakBacktest[];
}

/** Events of the calendar that lie ahead, the nearest first. */
export async function peakEvents(db: Queryable, shop: string): Promise<PeakEvent[]> {
  const history = await readShopHistory(db, shop);
  return history ? eventsOf(history) : [];
}

function eventsOf({ events, asOf }: ShopHistory): PeakEvent[] {
  const until = dayText(dayNumber(asOf) + FARTHEST_DAYS);
  return events
    .filter(({ code, told }) => PEAKS.has(code) || told)
    .flatMap(({ code, label, days }): PeakEvent[] => {
      const day = days.find((each) => each > asOf);
      if (day === undefined || day > until) return [];
      return [{ code, label, day, earlier: days.filter((each) => each <= asOf).toReversed() }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** What the next peak will bring and what it then needs; null where the shop or the event is not known, or none lies ahead. */
export async function peakOutlook(
  db: Queryable,
  { shop, event: code }: { shop: string; event?: string | null },
): Promise<PeakOutlook | null> {
  const history = await readShopHistory(db, shop);
  if (!history) return null;
  const ahead = eventsOf(history);
  const event = code ? ahead.find((each) => each.code === code) : (ahead.find((each) => isPeak(each)) ?? ahead[0]);
  if (!event) return null;
  const byMeasure = new Map<Measure, History>();
  for (const measure of measures) byMeasure.set(measure, await readMeasure(db, history, measure));
  const forecasts = measures.map((measure) => forecastOf(measure, byMeasure.get(measure)!, history, event));
  const daysAhead = dayNumber(event.day) - dayNumber(history.asOf);
  return {
    shop,
    asOf: history.asOf,
    event,
    daysAhead,
    measures: forecasts,
    staffing: await staffingOf(db, history, forecasts),
    carriers: await carriersOf(db, history, forecasts),
    backtests: measures.flatMap((measure) => triedOn(measure, byMeasure.get(measure)!, history, daysAhead)),
  };
}

const isPeak = ({ code }: PeakEvent): boolean => code === 'DOUBLE_11' || code === 'JUNE_18';

function forecastOf(
  measure: Measure,
  counts: History,
  { first, known }: ShopHistory,
  event: PeakEvent,
): MeasureForecast {
  const [day0, last] = [dayNumber(event.day) - first, event.earlier[0]];
  const earlier = event.earlier.map((day) => dayNumber(day) - first);
  const forecast = forecastPeak(counts, { day0, earlier, known });
  if (!forecast) return { measure, total: null, calm: 0, learnedFrom: 0, days: [], peak: null };
  const lastZero = last === undefined ? null : dayNumber(last) - first;
  const days = forecast.days.map(({ offset, ...range }) => ({
    ...range,
    day: dayText(first + day0 + offset),
    lastTime: lastZero === null || lastZero + offset > known ? null : (counts.counts[lastZero + offset] ?? null),
  }));
  const peak = days.reduce((most, day) => (day.expected > most.expected ? day : most));
  return { measure, total: forecast.total, calm: forecast.calm, learnedFrom: forecast.learnedFrom, days, peak };
}

/** All peaks of the calendar that are over, each foretold as far ahead as the one asked for. */
function triedOn(
  measure: Measure,
  counts: History,
  { first, known, events }: ShopHistory,
  ahead: number,
): PeakBacktest[] {
  return events
    .filter(({ code }) => PEAKS.has(code))
    .flatMap(({ label, days }: EventSeries) => {
      const zeros = days.map((day) => dayNumber(day) - first).filter((zero) => zero >= 0 && zero + AFTER <= known);
      return backtestPeaks(counts, zeros, { known, ahead }).map(({ day0, forecast, actual, inside }) => ({
        measure,
        event: label,
        day: dayText(first + day0),
        ...forecast,
        actual,
        inside,
      }));
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

const targetOf = (id: string, usual: number): number => {
  const target = metricById(id)?.target;
  return target && 'atLeast' in target ? target.atLeast : usual;
};

async function staffingOf(
  db: Queryable,
  { shop, asOf }: ShopHistory,
  forecasts: readonly MeasureForecast[],
): Promise<Staffing> {
  const desk = await readDesk(db, shop, asOf, targetOf('RESPONSE_IN_TIME_RATE', 0.9));
  const peak = forecasts.find(({ measure }) => measure === 'CONTACTS')?.peak;
  const needed = (contacts: number | undefined): number | null =>
    desk.perAgent === null || contacts === undefined ? null : Math.ceil(contacts / desk.perAgent);
  return { ...desk, agents: needed(peak?.expected), agentsHigh: needed(peak?.high) };
}

async function carriersOf(
  db: Queryable,
  { shop, asOf }: ShopHistory,
  forecasts: readonly MeasureForecast[],
): Promise<CarrierNeed[]> {
  const peak = forecasts.find(({ measure }) => measure === 'PARCELS')?.peak;
  if (!peak) return [];
  const carriers = await readCarriers(db, shop, asOf, targetOf('PROMISE_KEPT_RATE', 0.95));
  return carriers.map((carrier) => {
    const [expected, high] = [peak.expected * carrier.share, peak.high * carrier.share];
    const short = carrier.proven === null ? null : Math.max(0, Math.ceil(expected - carrier.proven));
    return { ...carrier, expected, high, short };
  });
}
