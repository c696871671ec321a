import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { wordOf } from './tone.ts';
import type { Study } from './use-initiatives.ts';

/** All programmes with every digit. */
export function useLedgerTable(studies: readonly Study[]): ChartTable {
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    textColumn(t('initiatives.programme')),
    textColumn(t('initiatives.metric')),
    textColumn(t('initiatives.since')),
    textColumn(t('initiatives.verdict')),
    figureColumn(t('initiatives.effect')),
    figureColumn(t('initiatives.low')),
    figureColumn(t('initiatives.high')),
    figureColumn(t('initiatives.rows')),
  ];
  const rows = studies.map((study) => {
    const { initiative, metric, horizons } = study;
    const [whole] = horizons;
    const words = [
      pick(initiative.label),
      metric ? pick(metric.title) : (initiative.metric ?? ''),
      initiative.startsOn ?? '',
      t(`initiatives.verdicts.${wordOf(study)}`),
    ];
    const figures = [whole?.effect ?? null, whole?.interval?.low ?? null, whole?.interval?.high ?? null];
    const counted = whole?.treatedAfter?.rows ?? null;
    return {
      cells: [
        ...words,
        ...figures.map((value) => (metric ? format.change(value, metric) : format.noValue())),
        format.count(counted),
      ],
      raw: [...words, ...figures, counted],
    };
  });
  return { columns, rows };
}
