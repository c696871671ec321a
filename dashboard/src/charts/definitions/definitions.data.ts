import type { Formatter, Measure } from '../../format/index.ts';
import type { Marking, Range } from '../point.ts';
import { axisOf, type Axis } from '../scale.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { words } from '../words.ts';

export interface DefinitionRow {
  key: string;
  title: string;
  /** What counts, in a sentence. */
  counts: string;
  useFor: string;
  value: number | null;
  interval?: Range | null;
  numerator: number | null;
  denominator: number | null;
  headline?: boolean;
  hollow?: boolean;
  marking?: Marking;
}

export interface DefinitionRowsProps {
  title: string;
  measure: Measure;
  rows: readonly DefinitionRow[];
  heads: {
    definition: string;
    counts: string;
    share: string;
    numerator: string;
    denominator: string;
    useFor: string;
    headline: string;
  };
  onRow?: (key: string) => void;
}

export const definitionAxis = (rows: readonly DefinitionRow[]): Axis =>
  axisOf(
    rows.flatMap((row) => [row.value, row.interval?.high]),
    { fromZero: true, ceiling: 1 },
  );

export function definitionTable(props: DefinitionRowsProps, format: Formatter): ChartTable {
  const { heads } = props;
  return {
    columns: [
      text(heads.definition),
      figure(format.say(words.value)),
      figure(format.say(words.low)),
      figure(format.say(words.high)),
      figure(heads.numerator),
      figure(heads.denominator),
    ],
    rows: props.rows.map((row) => {
      const figures = [row.value, row.interval?.low ?? null, row.interval?.high ?? null];
      return {
        cells: [
          row.title,
          ...figures.map((value) => format.value(value, props.measure)),
          format.count(row.numerator),
          format.count(row.denominator),
        ],
        raw: [row.title, ...figures, row.numerator, row.denominator],
      };
    }),
  };
}

export const definitionSummary = (props: DefinitionRowsProps, format: Formatter): string =>
  `${props.title}: ${props.rows.map((row) => `${row.title} ${format.value(row.value, props.measure)} (${format.count(row.numerator)} / ${format.count(row.denominator)})`).join('; ')}`;
