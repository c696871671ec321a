import type { HeatCell, HeatRow } from '../charts/index.ts';
import { figureData } from './figure-data.ts';
import type { DimensionValue, Lang, MetricSeries } from './types.ts';

interface Grid {
  columns: { key: string; label: string }[];
  rows: HeatRow[];
}

interface Slice {
  key: string;
  label: string;
  sample: number;
}

const valueOf = (key: DimensionValue | undefined): string => key?.value ?? '';

/** The values of one side with the sample behind each. */
function sideOf(series: readonly MetricSeries[], at: 0 | 1, lang: Lang): Slice[] {
  const slices = new Map<string, Slice>();
  for (const each of series) {
    const value = each.key[at];
    const key = valueOf(value);
    const before = slices.get(key)?.sample ?? 0;
    slices.set(key, { key, label: labelOf(value, lang), sample: before + (each.points[0]?.sample ?? 0) });
  }
  return [...slices.values()];
}

/** Across 24 columns an hour is told by its number. */
const labelOf = (value: DimensionValue | undefined, lang: Lang): string =>
  value?.dimension === 'HOUR' ? valueOf(value) : (value?.label[lang] ?? '');

const bySample = (a: Slice, b: Slice): number => b.sample - a.sample;
const byNumber = (a: Slice, b: Slice): number => Number(a.key) - Number(b.key);

/** Wider or longer than this a grid is not read any more. */
const mostAcross = 24;
const mostDown = 24;

/** Hours and the like in their order; names by how much stands behind them. */
const acrossOf = (slices: readonly Slice[]): Slice[] =>
  slices.every(({ key }) => key !== '' && Number.isFinite(Number(key)))
    ? slices.toSorted(byNumber)
    : slices.toSorted(bySample).slice(0, mostAcross);

/** Two dimensions crossed, the first down by sample, the second across, by its number where it has one; `turned` for a narrow screen. A pair nobody had is a gap. */
export function crossGrid(
  series: readonly MetricSeries[],
  lang: Lang,
  minSample: number,
  write: { count(n: number): string },
  turned = false,
): Grid {
  const cells = new Map(series.map((each) => [`${valueOf(each.key[0])}|${valueOf(each.key[1])}`, each]));
  const first = sideOf(series, 0, lang).sort(bySample).slice(0, mostDown);
  const second = acrossOf(sideOf(series, 1, lang));
  const [down, across] = turned ? [second, first] : [first, second];
  return {
    columns: across.map(({ key, label }) => ({ key, label })),
    rows: down.map((row) => ({
      key: row.key,
      label: row.label,
      note: write.count(row.sample),
      cells: across.map((column) =>
        cellOf(cells.get(turned ? `${column.key}|${row.key}` : `${row.key}|${column.key}`), minSample),
      ),
    })),
  };
}

function cellOf(series: MetricSeries | undefined, minSample: number): HeatCell {
  const point = series?.points[0];
  if (!series || !point) return { value: null, sample: 0 };
  return {
    value: point.value ?? null,
    sample: point.sample,
    tooFew: point.status === 'TOO_FEW' || point.sample < minSample,
    young: !point.mature,
    marking: { ...figureData(series.metric, point, series.key), 'data-testid': 'point' },
  };
}
