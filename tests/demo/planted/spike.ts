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
import { dayOf, shanghaiDay } from './exports.ts';
import { HISTORY, readSpikeFiles, SCANS, TOPICS, type Report, type SpikeFiles } from './spike-files.ts';

const BUDGET = 0.01;
const LONGEST_DELAY = 60;
const DAY = 86_400_000;

/** What a look finds in a shop's files, and what was planted there. The wave starts with its first sign: a scan that can be read, or a report. */
export interface SpikeFound {
  /** By a look 48 hours after the start, at what could be known by then. */
  toldWithin48Hours: boolean;
  /** Days from that of the start to the one by whose end it is told; null: not told within a week. */
  daysToTell: number | null;
  /** What told it first. */
  watch: string;
  /** As it stood 48 hours after the start. */
  firstCause: string;
  wordsInTopTen: string[];
  falseAlarms: number;
  series: number;
  months: number;
}

/** Both tell of damage; of those told on the same day the first stands. */
const DAMAGE = ['damaged', SCANS] as const;
const HOUR = 3_600_000;
const SLICES = [['CARRIER'], ['REGION'], ['CARRIER', 'REGION']] as const;
/** Whole words of the sayings about damage, in plain form. */
const DAMAGE_WORDS = /压扁|坏|裂|破损|碎|外壳|crushed|broken|cracked/;

/** The counts the product reads by SQL, made of the files. */
function countsOf(
  rows: readonly Report[],
  { orders, first }: SpikeFiles,
): { whole: DailyCounts; slices: SliceCounts[] } {
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

interface Told {
  watch: string;
  incident: Incident;
  rows: Report[];
}

/** What a look at a moment tells of the wave by what is known then: the earliest, as the product keeps one alarm a cause. */
function toldOf(files: SpikeFiles, moment: number, start: number): Told | null {
  const { carrier, region } = files.planted.parameters;
  const through = shanghaiDay(new Date(moment).toISOString()) - files.first;
  const wave = new Map<string, string>([
    ['CARRIER', carrier],
    ['REGION', region],
  ]);
  const told = DAMAGE.flatMap((watch): Told[] => {
    const rows = (files.reports[watch] ?? []).filter(({ known }) => known <= moment);
    const counts = countsOf(rows, files);
    const courses = coursesOf(counts, { through, monthlyBudget: BUDGET });
    return incidentsOf(counts.whole.total, courses)
      .filter(({ episode }) => episode.last + files.first >= start)
      .filter(({ dimensions, codes }) => dimensions.every((dimension, at) => wave.get(dimension) === codes[at]))
      .map((incident) => ({ watch, incident, rows }));
  });
  return told.toSorted((a, b) => a.incident.detected - b.incident.detected)[0] ?? null;
}

export async function findSpike(directory: string): Promise<SpikeFound> {
  const files = await readSpikeFiles(directory);
  const { carrier, region, from } = files.planted.parameters;
  const begins = dayOf(from);
  const started = Math.min(
    ...DAMAGE.flatMap((watch) => files.reports[watch] ?? [])
      .filter((row) => row.carrier === carrier && row.region === region && row.handedOver >= begins)
      .map(({ known }) => known),
  );
  const start = shanghaiDay(new Date(started).toISOString());
  const soon = toldOf(files, started + 48 * HOUR, start);
  const later = toldOf(files, endOf(start + 7), start);
  return {
    toldWithin48Hours: soon !== null,
    daysToTell: later ? later.incident.detected + files.first - start : null,
    watch: later?.watch ?? '',
    firstCause: soon ? firstCause(soon.rows, soon.incident, files) : '',
    wordsInTopTen: wordsOf(files.reports['damaged'] ?? [], files, later?.incident, start),
    ...falseAlarms(files, start),
  };
}

/** The last millisecond of a day in Shanghai. */
const endOf = (day: number): number => (day + 1) * DAY - 8 * HOUR - 1;

/** Where the excess lies by what was known then. */
function firstCause(damaged: readonly Report[], incident: Incident, { first }: SpikeFiles): string {
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
function wordsOf(
  damaged: readonly Report[],
  files: SpikeFiles,
  incident: Incident | undefined,
  start: number,
): string[] {
  if (!incident) return [];
  const { carrier, region } = files.planted.parameters;
  const last = incident.episode.last + files.first;
  const these = new Set(
    damaged
      .filter((row) => row.day >= start && row.day <= last && row.carrier === carrier && row.region === region)
      .map(({ ticket }) => ticket?.id),
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

/** Alarms that nothing planted explains, over what is watched of the road: the wave apart, and the carrier that was late in a quarter. */
function falseAlarms(files: SpikeFiles, start: number): Pick<SpikeFound, 'falseAlarms' | 'series' | 'months'> {
  let [alarms, series, days] = [0, 0, 0];
  const badQuarter = [dayOf('2026-04-01'), dayOf('2026-07-31')] as const;
  for (const topic of [...Object.keys(TOPICS), SCANS]) {
    if (!watchById(topic)) throw new Error(`${topic} is watched no more.`);
    const counts = countsOf(files.reports[topic] ?? [], files);
    const courses = coursesOf(counts, { through: HISTORY - 1, monthlyBudget: BUDGET });
    series += courses.slices.length + 1;
    days = Math.max(days, HISTORY - Array.from(counts.whole.total).findIndex((n) => n > 0));
    alarms += incidentsOf(counts.whole.total, courses).filter(({ episode, codes }) => {
      const on = episode.started + files.first;
      const isWave = (DAMAGE as readonly string[]).includes(topic) && on >= start - 7 && on <= start + 21;
      const isQuarter = codes.includes('yunfan') && on >= badQuarter[0] && on <= badQuarter[1];
      return !isWave && !isQuarter;
    }).length;
  }
  return { falseAlarms: alarms, series, months: days / 30.44 };
}
