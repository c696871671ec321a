import type { BarRow } from '../charts/index.ts';
import { figureData } from './figure-data.ts';
import type { Lang, MetricSeries } from './types.ts';

/** Slices of a count, largest first; those without a single row are left out, those without a value come last by name. */
export function barRows(series: readonly MetricSeries[], lang: Lang, unnamed: string): BarRow[] {
  return series
    .flatMap((each): BarRow[] => {
      const [key] = each.key;
      const point = each.points[0];
      if (!key || !point?.value) return [];
      return [
        {
          key: key.value ?? '',
          label: key.value ? key.label[lang] : unnamed,
          value: point.value,
          marking: figureData(each.metric, point, each.key),
        },
      ];
    })
    .sort((a, b) => Number(b.key !== '') - Number(a.key !== '') || (b.value ?? 0) - (a.value ?? 0));
}
