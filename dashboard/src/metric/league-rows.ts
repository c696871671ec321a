import type { LeagueRow } from '../charts/index.ts';
import { figureData } from './figure-data.ts';
import type { Lang, MetricSeries } from './types.ts';

/** One row a slice, in the order given; a slice with nothing to measure is left out, one below the minimum is not rated. */
export function leagueRows(
  series: readonly MetricSeries[],
  lang: Lang,
  write: { count(n: number): string },
  minSample = 0,
): LeagueRow[] {
  return series.flatMap((each): LeagueRow[] => {
    const [key] = each.key;
    const point = each.points[0];
    if (!key || !point || point.sample === 0) return [];
    return [
      {
        key: key.value ?? '',
        label: key.label[lang],
        note: `n ${write.count(point.sample)}`,
        value: point.value ?? null,
        interval: point.interval ?? null,
        sample: point.sample,
        tooFew: point.status === 'TOO_FEW' || point.sample < minSample,
        marking: figureData(each.metric, point, each.key),
      },
    ];
  });
}

/** Highest first; those too few to rate come last, and rows that carry no value behind all: neither leads a league. */
export function ranked(rows: readonly LeagueRow[]): LeagueRow[] {
  const rank = ({ key, tooFew }: LeagueRow): number => (key === '' ? 2 : tooFew ? 1 : 0);
  return rows.toSorted((a, b) => rank(a) - rank(b) || (b.value ?? 0) - (a.value ?? 0));
}

/** Rows whose whole interval leaves the reference out: those that differ by more than noise on their own. */
export function apartFrom(rows: readonly LeagueRow[], reference: number | null | undefined): LeagueRow[] {
  if (reference === null || reference === undefined) return [];
  return rows.filter(
    (row) => row.interval && !row.tooFew && (row.interval.low > reference || row.interval.high < reference),
  );
}
