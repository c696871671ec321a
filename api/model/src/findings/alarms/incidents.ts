import { excessLikelihood } from '../../statistics/count-limits.ts';
import type { Dimension } from '../../vocabulary/index.ts';
import type { Course, Episode } from './course.ts';
import type { SliceCounts } from './read-counts.ts';
import { shopCourse, sliceCourse, type DailyCounts, type Judgement } from './shop-course.ts';

/** Slices that stand out within so many days of each other, and may hold the same rows, have one cause. */
const APART_DAYS = 7;

export interface Incident {
  /** The slice that stood out most; no dimension: the shop as a whole. */
  dimensions: readonly Dimension[];
  codes: readonly string[];
  episode: Episode;
  /** The first day on which any of its slices could be told. */
  detected: number;
  /** Seen and expected in the slice from its first day to its last. */
  observed: number;
  expected: number;
  /** Of the whole shop, in the same days. */
  shopObserved: number;
  shopExpected: number;
  /** Of the slice, by day. */
  counts: ArrayLike<number>;
  course: Course;
}

interface Candidate {
  dimensions: readonly Dimension[];
  codes: readonly string[];
  episode: Episode;
  observed: number;
  expected: number;
  likelihood: number;
  counts: ArrayLike<number>;
  course: Course;
}

export interface WatchedCourses {
  whole: ReturnType<typeof shopCourse>;
  slices: { slice: SliceCounts; course: Course }[];
}

/** Slices so rare that they could never raise an alarm are not walked through. */
const FEWEST = 3;

export function coursesOf(
  counts: { whole: DailyCounts; slices: readonly SliceCounts[] },
  judgement: Judgement,
): WatchedCourses {
  const whole = shopCourse(counts.whole, judgement);
  const slices = counts.slices
    .filter((slice) => slice.counts.reduce((sum, count) => sum + count, 0) >= FEWEST)
    .map((slice) => ({ slice, course: sliceCourse(slice.counts, whole, judgement) }));
  return { whole, slices };
}

/** What stood out, each cause once: the slice that is both large and unusual stands for the others that hold its rows. */
export function incidentsOf(total: ArrayLike<number>, { whole, slices }: WatchedCourses): Incident[] {
  const candidates = [
    ...candidatesOf([], [], total, whole),
    ...slices.flatMap(({ slice, course }) => candidatesOf(slice.dimensions, slice.codes, slice.counts, course)),
  ].sort((a, b) => b.likelihood - a.likelihood);
  const incidents: Incident[] = [];
  for (const { likelihood: _, ...candidate } of candidates) {
    const same = incidents.find((incident) => isOneCause(incident, candidate));
    if (same) {
      if (candidate.episode.detected >= same.episode.started)
        same.detected = Math.min(same.detected, candidate.episode.detected);
      continue;
    }
    const { started, last, detected } = candidate.episode;
    const shop = between(total, whole.expected, started, last);
    incidents.push({ ...candidate, detected, shopObserved: shop.seen, shopExpected: shop.mean });
  }
  return incidents.sort((a, b) => a.episode.started - b.episode.started);
}

const candidatesOf = (
  dimensions: readonly Dimension[],
  codes: readonly string[],
  counts: ArrayLike<number>,
  course: Course,
): Candidate[] =>
  course.episodes.map((episode) => {
    const { seen, mean } = between(counts, course.expected, episode.started, episode.last);
    const likelihood = excessLikelihood(seen, mean);
    return { dimensions, codes, episode, observed: seen, expected: mean, likelihood, counts, course };
  });

/** Near in time, and slices that may hold the same rows. */
export function isOneCause(
  incident: Pick<Incident, 'episode' | 'dimensions' | 'codes' | 'course'>,
  candidate: Pick<Incident, 'episode' | 'dimensions' | 'codes' | 'course'>,
): boolean {
  const [a, b] = [incident.episode, candidate.episode];
  if (a.started > b.last + APART_DAYS || b.started > a.last + APART_DAYS) return false;
  // What a slice raised twice are two things.
  if (incident.course === candidate.course) return false;
  return incident.dimensions.every((dimension, at) => {
    const other = candidate.dimensions.indexOf(dimension);
    return other < 0 || candidate.codes[other] === incident.codes[at];
  });
}

function between(
  counts: ArrayLike<number>,
  expected: Float64Array,
  from: number,
  to: number,
): { seen: number; mean: number } {
  let [seen, mean] = [0, 0];
  for (let day = from; day <= to; day += 1) {
    seen += counts[day] ?? 0;
    const usual = expected[day] ?? Number.NaN;
    if (!Number.isNaN(usual)) mean += usual;
  }
  return { seen, mean };
}
