import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  coursesOf,
  incidentsOf,
  rankCauses,
  readText,
  watchById,
  type CountedSlice,
  type DailyCounts,
  type Incident,
  type SliceCounts,
} from '@rapport/model/findings';
import { logOddsDirichlet } from '@rapport/model/statistics';
import { dayOf, Exports, shanghaiDay } from './exports.ts';
import { readKeptAccounts, readOrders, readTickets, readWaybills, type Ticket } from './shop-files.ts';
import type { Planted } from './truth.ts';

const BUDGET = 0.01;
const HISTORY = 761;
const LONGEST_DELAY = 60;
const DAY = 86_400_000;

/** What a look finds in a shop's files by the end of a day, and what was planted there. */
export interface SpikeFound {
  /** Days from the first report about a planted parcel to the day by whose end it is told; null: not told within a week. */
  daysToTell: number | null;
  /** As it stood 48 hours after the first report. */
  firstCause: string;
  wordsInTopTen: string[];
  falseAlarms: number;
  series: number;
  months: number;
}

interface Report {
  ticket: Ticket;
  day: number;
  carrier: string;
  region: string;
  /** Day of the hand-over; NaN: not handed over. */
  handedOver: number;
  /** Days since the order. */
  delay: number;
}

const TOPICS: Readonly<Record<string, string>> = {
  damaged: '破损',
  lost: '丢件',
  delivery_late: '物流超时',
  where_is_my_order: '查物流',
};
const SLICES = [['CARRIER'], ['REGION'], ['CARRIER', 'REGION']] as const;
/** Whole words of the sayings about damage, in plain form. */
const DAMAGE_WORDS = /压扁|坏|裂|破损|碎|外壳|crushed|broken|cracked/;

interface Files {
  reports: Record<string, Report[]>;
  orders: Float64Array;
  tickets: Ticket[];
  first: number;
  planted: Planted['c'];
}

async function readFiles(directory: string): Promise<Files> {
  const files = new Exports(directory);
  const { planted, of } = JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8')) as {
    planted: Planted;
    of: { asOf: string };
  };
  const orders = readOrders(files, readKeptAccounts(files));
  const waybills = await readWaybills(files, orders);
  const tickets = readTickets(files);
  const first = dayOf(of.asOf) - HISTORY + 1;
  const placed = new Float64Array(HISTORY);
  for (const { day } of orders.values()) if (day >= first) placed[day - first] = (placed[day - first] ?? 0) + 1;
  const reports = Object.fromEntries(
    Object.entries(TOPICS).map(([topic, category]) => [
      topic,
      tickets
        .filter((ticket) => ticket.category === category)
        .map((ticket) => {
          const day = shanghaiDay(ticket.created_at);
          const order = orders.get(ticket.order_no ?? '');
          const waybill = waybills.get(ticket.order_no ?? '');
          return {
            ticket,
            day,
            carrier: waybill?.cp_code ?? '',
            region: order?.province ?? '',
            handedOver: waybill ? dayOf(waybill.handover_time) : Number.NaN,
            delay: day - (order?.day ?? Number.NaN),
          };
        }),
    ]),
  );
  return { reports, orders: placed, tickets, first, planted: planted.c };
}

/** The counts the product reads by SQL, made of the files. */
function countsOf(rows: readonly Report[], { orders, first }: Files): { whole: DailyCounts; slices: SliceCounts[] } {
  const total = new Float64Array(HISTORY);
  const slices = new Map<string, SliceCounts>();
  const delays = new Float64Array(LONGEST_DELAY + 1);
  for (const row of rows) {
    const at = row.day - first;
    if (row.delay >= 0 && row.delay <= LONGEST_DELAY) delays[row.delay] = (delays[row.delay] ?? 0) + 1;
    if (at < 0 || at >= HISTORY) continue;
    total[at] = (total[at] ?? 0) + 1;
    for (const dimensions of SLICES) {
      const codes = dimensions.map((dimension) => (dimension === 'CARRIER' ? row.carrier : row.region));
      if (codes.includes('')) continue;
      const key = codes.join(' ');
      const slice = slices.get(key) ?? { dimensions, codes, counts: new Float64Array(HISTORY) };
      slice.counts[at] = (slice.counts[at] ?? 0) + 1;
      slices.set(key, slice);
    }
  }
  const weekday = new Date(first * DAY).getUTCDay();
  return { whole: { weekday, total, orders, delays, events: [] }, slices: [...slices.values()] };
}

export async function findSpike(directory: string): Promise<SpikeFound> {
  const files = await readFiles(directory);
  const { carrier, region, from } = files.planted.parameters;
  const damaged = files.reports['damaged'] ?? [];
  const begins = dayOf(from);
  const start = Math.min(
    ...damaged
      .filter((row) => row.carrier === carrier && row.region === region && row.handedOver >= begins)
      .map(({ day }) => day),
  );
  const found = (through: number): Incident[] => {
    const counts = countsOf(
      damaged.filter(({ day }) => day <= through),
      files,
    );
    const courses = coursesOf(counts, { through: through - files.first, monthlyBudget: BUDGET });
    return incidentsOf(counts.whole.total, courses).filter(({ episode }) => episode.last + files.first >= start);
  };
  const later = found(start + 7)[0];
  const soon = found(start + 1)[0];
  const quiet = falseAlarms(files, start);
  return {
    daysToTell: later ? later.detected + files.first - start : null,
    firstCause: soon ? firstCause(damaged, soon, files) : '',
    wordsInTopTen: wordsOf(damaged, files, later, start),
    ...quiet,
  };
}

/** Where the excess lies by what was known then. */
function firstCause(damaged: readonly Report[], incident: Incident, { first }: Files): string {
  const [from, to] = [incident.episode.started + first, incident.episode.last + first];
  const counted = new Map<
    string,
    { dimensions: CountedSlice['dimensions']; codes: string[]; observed: number; usual: number }
  >();
  let usualOfAll = 0;
  for (const row of damaged) {
    const now = row.day >= from && row.day <= to;
    const before = row.day < from - 7 && row.day >= from - 189;
    if (!now && !before) continue;
    if (before) usualOfAll += 1;
    for (const dimensions of SLICES) {
      const codes = dimensions.map((dimension) => (dimension === 'CARRIER' ? row.carrier : row.region));
      const key = codes.join(' ');
      const slice = counted.get(key) ?? { dimensions, codes, observed: 0, usual: 0 };
      if (now) slice.observed += 1;
      else slice.usual += 1;
      counted.set(key, slice);
    }
  }
  return rankCauses([...counted.values()], usualOfAll, incident)[0]?.codes.join(' × ') ?? '';
}

/** Words of the spike's reports against those of all other tickets of the half year, by language. */
function wordsOf(damaged: readonly Report[], files: Files, incident: Incident | undefined, start: number): string[] {
  if (!incident) return [];
  const { carrier, region } = files.planted.parameters;
  const last = incident.episode.last + files.first;
  const these = new Set(
    damaged
      .filter((row) => row.day >= start && row.day <= last && row.carrier === carrier && row.region === region)
      .map(({ ticket }) => ticket.id),
  );
  const counts = new Map<string, { word: string; these: number; those: number }>();
  for (const { id, words, created_at: at } of files.tickets) {
    const day = shanghaiDay(at);
    if (!words || day > last || day < start - 182) continue;
    const read = readText(words, 'en');
    if (read.language !== 'zh') continue;
    for (const word of new Set(read.terms)) {
      const count = counts.get(word) ?? { word, these: 0, those: 0 };
      if (these.has(id)) count.these += 1;
      else count.those += 1;
      counts.set(word, count);
    }
  }
  return logOddsDirichlet([...counts.values()])
    .filter((odds) => odds.z > 0)
    .toSorted((a, b) => b.z - a.z)
    .slice(0, 10)
    .map(({ word }) => word)
    .filter((word) => DAMAGE_WORDS.test(word));
}

/** Alarms that nothing planted explains, over the four topics of the road: the wave apart, and the carrier that was late in a quarter. */
function falseAlarms(files: Files, start: number): Pick<SpikeFound, 'falseAlarms' | 'series' | 'months'> {
  let [alarms, series, days] = [0, 0, 0];
  const badQuarter = [dayOf('2026-04-01'), dayOf('2026-07-31')] as const;
  for (const topic of Object.keys(TOPICS)) {
    if (!watchById(topic)) throw new Error(`${topic} is watched no more.`);
    const counts = countsOf(files.reports[topic] ?? [], files);
    const courses = coursesOf(counts, { through: HISTORY - 1, monthlyBudget: BUDGET });
    series += courses.slices.length + 1;
    days = Math.max(days, HISTORY - Array.from(counts.whole.total).findIndex((n) => n > 0));
    alarms += incidentsOf(counts.whole.total, courses).filter(({ episode, codes }) => {
      const on = episode.started + files.first;
      const isWave = topic === 'damaged' && on >= start - 7 && on <= start + 21;
      const isQuarter = codes.includes('yunfan') && on >= badQuarter[0] && on <= badQuarter[1];
      return !isWave && !isQuarter;
    }).length;
  }
  return { falseAlarms: alarms, series, months: days / 30.44 };
}
