import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { EvidencePart } from './use-evidence.ts';

/** Every side of every part, with its numerator and denominator. */
export function usePartsTable(parts: readonly EvidencePart[]): ChartTable {
  const { t, pick } = useText();
  const format = useFormat();
  const columns = [
    textColumn(t('evidence.part')),
    textColumn(t('evidence.side')),
    figureColumn(t('evidence.figure')),
    figureColumn(t('evidence.numerator')),
    figureColumn(t('evidence.denominator')),
  ];
  const rows = parts.flatMap(({ title, metric, these, those }) =>
    [these, those].flatMap((side) => {
      if (!side) return [];
      const words = [pick(title), pick(side.label)];
      const value = metric ? format.exact(side.value, metric) : format.count(side.value);
      return [
        {
          cells: [...words, value, format.count(side.numerator), format.count(side.denominator)],
          raw: [...words, side.value, side.numerator, side.denominator],
        },
      ];
    }),
  );
  return { columns, rows };
}
