import type { LeagueRow } from '../charts/index.ts';
import { figureData } from './figure-data.ts';
import { leagueRows } from './league-rows.ts';
import type { Lang, MetricSeries, Polarity } from './types.ts';

/** Between the two values of a pair; codes of dimensions do not hold it. */
const SEAM = '\u001f';

/** One row a pair, both names in its label; pairs in which one side is not known are no place anybody can go to. */
export function pairRows(
  series: readonly MetricSeries[],
  lang: Lang,
  write: { count(n: number): string },
  minSample: number,
): LeagueRow[] {
  return series
    .filter(({ key }) => key.length === 2 && key.every(({ value }) => value != null && value !== ''))
    .flatMap((each) =>
      leagueRows([each], lang, write, minSample).map((row) => ({
        ...row,
        key: each.key.map(({ value }) => value ?? '').join(SEAM),
        label: each.key.map(({ label }) => label[lang]).join(' × '),
        ...(each.points[0] ? { marking: figureData(each.metric, each.points[0], each.key) } : {}),
      })),
    );
}

/** The slice of rows that a row's key names. */
export const pairOf = (key: string, by: readonly string[]): { dimension: string; value: string }[] =>
  key.split(SEAM).map((value, at) => ({ dimension: by[at] ?? '', value }));

/** The worst first, of those large enough to rate: a pair of a few rows leads every league by chance. */
export function worst(rows: readonly LeagueRow[], polarity: Polarity, most: number): LeagueRow[] {
  const sign = polarity === 'LOWER_IS_BETTER' ? -1 : 1;
  return rows
    .filter(({ tooFew, value }) => !tooFew && value !== null)
    .toSorted((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)))
    .slice(0, most);
}
