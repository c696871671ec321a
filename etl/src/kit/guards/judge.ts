import type { GuardDefinition, GuardLimits } from '../source/guard-definition.ts';
import type { ColumnProfile, FeedProfile } from './profile.ts';

/** Fewer rows than this say nothing about what is usual. */
const FEWEST_ROWS = 30;
/** From so many earlier deliveries on their own spread is known, and what lies within it is no finding. */
const SPREAD_FROM = 5;
const SPREADS = 6;
/** Of a normal distribution: its median absolute deviation times this is one standard deviation. */
const MAD_SCALE = 1.4826;
/** Days differ, and a first delta is often everything there is: fewer say nothing about its size. */
const FEWEST_DELTAS = 3;
/** A code is missed only where so many rows of it were to be expected. */
const FEWEST_OF_CODE = 10;

export type GuardName = 'volume' | 'nulls' | 'median' | 'codes';
export type Severity = 'warn' | 'stop';

export interface Finding {
  feed: string;
  column: string | null;
  guard: GuardName;
  severity: Severity;
  /** What it is accepted by: payments.amount.median. */
  name: string;
  expected: number;
  found: number;
  /** How many earlier deliveries it was compared with. */
  deliveries: number;
  /** Of numbers: which quartile moved; 1 is the median. */
  quartile?: 0 | 1 | 2;
  /** Of codes: those that are gone or new. */
  codes?: { gone: string[]; fresh: string[] };
}

/** Earlier deliveries of the feed to compare with by a guard's name: an accepted finding begins history anew for its name. */
export type Earlier = (name: string) => readonly FeedProfile[];

interface Judged {
  profile: FeedProfile;
  earlier: Earlier;
  limits(guard: GuardName, column: string | null): GuardLimits;
}

/** What is unusual about a delivery, by what the deliveries before it were like; without any nothing is. */
export function judge(profile: FeedProfile, earlier: Earlier, guards: GuardDefinition): Finding[] {
  if (guards === false) return [];
  const limits = (guard: GuardName, column: string | null): GuardLimits => {
    const own = column === null ? undefined : guards.columns[column];
    if (own === false) return false;
    return (guard === 'volume' ? undefined : own?.[guard]) ?? guards[guard];
  };
  const judged = { profile, earlier, limits };
  const columns = Object.entries(profile.columns).flatMap(([column, found]) => [
    ...ofNulls(judged, column, found),
    ...ofNumbers(judged, column, found),
    ...ofCodes(judged, column, found),
  ]);
  return [...ofVolume(judged), ...columns];
}

function ofVolume(judged: Judged): Finding[] {
  const { profile } = judged;
  if (profile.delivery === 'batch') return [];
  const earlier = past(judged, 'volume', null);
  const fewest = profile.delivery === 'delta' ? FEWEST_DELTAS : 1;
  const sizes = earlier.map(sizeOf);
  const expected = middle(sizes);
  if (earlier.length < fewest || expected < FEWEST_ROWS) return [];
  const found = sizeOf(profile);
  if (isWithinSpread(found, sizes)) return [];
  return finding(judged, 'volume', null, { expected, found, by: apart(found, expected), deliveries: earlier.length });
}

/** Files of a delta that were missed come in one run; each is a delivery. */
const sizeOf = ({ delivery, rows, files }: FeedProfile): number =>
  delivery === 'delta' ? rows / Math.max(1, files) : rows;

function ofNulls(judged: Judged, column: string, { nulls: found }: ColumnProfile): Finding[] {
  const { sampled } = judged.profile;
  if (found === undefined || sampled < FEWEST_ROWS) return [];
  const shares = past(judged, 'nulls', column).flatMap((one) =>
    one.sampled < FEWEST_ROWS ? [] : (one.columns[column]?.nulls ?? []),
  );
  if (shares.length === 0) return [];
  const expected = middle(shares);
  const chance = 3 * Math.sqrt((expected * (1 - expected)) / sampled);
  if (found - expected < chance || isWithinSpread(found, shares)) return [];
  return finding(judged, 'nulls', column, { expected, found, by: found - expected, deliveries: shares.length });
}

function ofNumbers(judged: Judged, column: string, { numbers: found }: ColumnProfile): Finding[] {
  if (found === undefined || found.n < FEWEST_ROWS) return [];
  const before = past(judged, 'median', column).flatMap((one) => {
    const numbers = one.columns[column]?.numbers;
    return numbers && numbers.n >= FEWEST_ROWS ? [numbers.quartiles] : [];
  });
  if (before.length === 0) return [];
  const shifts = ([1, 0, 2] as const).map((at) => {
    const values = before.map((quartiles) => quartiles[at]);
    const expected = middle(values);
    return { quartile: at, expected, found: found.quartiles[at], by: apart(found.quartiles[at], expected), values };
  });
  const [atMedian] = shifts;
  // Where only some of the rows changed their unit, the median may stay; the outer quartiles tell, but only of leaps.
  const stop = stopOf(judged.limits('median', column));
  const leap = shifts.find(({ by }) => stop !== false && by >= stop);
  const told = leap ?? atMedian;
  if (!told || (!leap && isWithinSpread(told.found, told.values))) return [];
  return finding(judged, 'median', column, { ...told, deliveries: before.length });
}

function ofCodes(judged: Judged, column: string, { codes: found }: ColumnProfile): Finding[] {
  const { sampled } = judged.profile;
  const limits = judged.limits('codes', column);
  const least = limits === false ? false : limits.warn === false ? limits.stop : limits.warn;
  if (sampled < FEWEST_ROWS || least === false) return [];
  const before = past(judged, 'codes', column).flatMap((one) => {
    const codes = one.columns[column]?.codes;
    return codes && one.sampled >= FEWEST_ROWS ? [codes] : [];
  });
  if (before.length === 0) return [];
  const usual = (code: string): number => middle(before.map((codes) => codes[code] ?? 0));
  const known = new Set(before.flatMap((codes) => Object.keys(codes)));
  const gone = [...known].filter(
    (code) => !found?.[code] && usual(code) >= least && usual(code) * sampled >= FEWEST_OF_CODE,
  );
  const fresh = Object.entries(found ?? {}).filter(([code, share]) => !known.has(code) && share >= least);
  if (gone.length + fresh.length === 0) return [];
  const by = Math.max(...gone.map(usual), ...fresh.map(([, share]) => share));
  return finding(judged, 'codes', column, {
    expected: gone.reduce((sum, code) => sum + usual(code), 0),
    found: fresh.reduce((sum, [, share]) => sum + share, 0),
    by,
    deliveries: before.length,
    codes: { gone, fresh: fresh.map(([code]) => code) },
  });
}

interface Measured {
  expected: number;
  found: number;
  /** What the limits are compared with. */
  by: number;
  deliveries: number;
  quartile?: 0 | 1 | 2;
  codes?: { gone: string[]; fresh: string[] };
}

function finding(judged: Judged, guard: GuardName, column: string | null, measured: Measured): Finding[] {
  const limits = judged.limits(guard, column);
  if (limits === false) return [];
  const { by, expected, found, deliveries, quartile, codes } = measured;
  const reaches = (limit: number | false): boolean => limit !== false && by >= limit;
  const severity = reaches(limits.stop) ? 'stop' : reaches(limits.warn) ? 'warn' : null;
  if (severity === null) return [];
  const { feed } = judged.profile;
  const name = nameOf(feed, column, guard);
  const particulars = { ...(quartile === undefined ? {} : { quartile }), ...(codes ? { codes } : {}) };
  return [{ feed, column, guard, severity, name, expected, found, deliveries, ...particulars }];
}

const nameOf = (feed: string, column: string | null, guard: GuardName): string =>
  [feed, ...(column === null ? [] : [column]), guard].join('.');

function past({ profile, earlier }: Judged, guard: GuardName, column: string | null): FeedProfile[] {
  return earlier(nameOf(profile.feed, column, guard)).filter(({ delivery }) => delivery === profile.delivery);
}

const stopOf = (limits: GuardLimits): number | false => (limits === false ? false : limits.stop);

/** How many times one is the other; nothing is infinitely far from something. */
function apart(found: number, expected: number): number {
  if (found === expected) return 1;
  return Math.max(found, expected) / Math.min(found, expected);
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** Some feeds are never the same twice: what is usual for them is no finding, however far from the middle. */
function isWithinSpread(found: number, values: readonly number[]): boolean {
  if (values.length < SPREAD_FROM) return false;
  const centre = middle(values);
  const spread = MAD_SCALE * middle(values.map((value) => Math.abs(value - centre)));
  return Math.abs(found - centre) <= SPREADS * spread;
}
