import type { Formatter, Measure } from '../../format/index.ts';
import type { Marking, Range } from '../point.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { words } from '../words.ts';

export interface HeatCell {
  value: number | null;
  sample: number;
  /** Fewer than the minimum sample: outlined, not coloured. */
  tooFew?: boolean;
  /** Still maturing: hollow figure. */
  young?: boolean;
  /** Not happened yet: blank, not zero. */
  future?: boolean;
  /** Happening now: hatched, and its figure unknown. */
  running?: boolean;
  /** What was counted of the sample, where a share is read with both. */
  counted?: number | null;
  interval?: Range | null;
  marking?: Marking;
}

export interface HeatRow {
  key: string;
  label: string;
  note?: string;
  cells: readonly HeatCell[];
}

export interface HeatColumn {
  key: string;
  label: string;
  /** What the head opens, and what it says it does; a column without is a plain head. */
  onOpen?: (() => void) | undefined;
  opens?: string;
  marking?: Marking;
}

/** The middle of a diverging scale is the target; a sequential one runs from nothing to `most`. */
export type HeatScale =
  | { kind: 'diverging'; middle: number; step: number; higherIsBetter: boolean }
  | { kind: 'sequential'; most: number };

export interface HeatMapProps {
  title: string;
  measure: Measure;
  rowHead: string;
  noteHead?: string;
  /** What the table calls the counted part of a cell; with it each column has both. */
  countedHead?: string;
  columns: readonly HeatColumn[];
  rows: readonly HeatRow[];
  scale: HeatScale;
  /** Columns that stay on a phone, from the right; where time runs away from a beginning, from the left. */
  keepOnPhone?: number;
  keepFirst?: boolean;
  /** Cells of 33 px instead of 24: where the map stands beside a taller card. */
  tall?: boolean;
  footnote?: string;
  /** Explains a hatched cell beside the key. */
  runningNote?: string;
  /** Names of the columns stand upright: long ones over narrow columns. */
  upright?: boolean;
  onCell?: ((rowKey: string, columnKey: string) => void) | undefined;
  /** Which columns have rows behind their cells; without it all. */
  opensColumn?: (columnKey: string) => boolean;
}

const DIVERGING = ['d3n', 'd2n', 'd1n', 'd0n', 'd0p', 'd1p', 'd2p', 'd3p'] as const;
export type HeatTone = (typeof DIVERGING)[number] | `q${0 | 1 | 2 | 3 | 4 | 5 | 6}`;

/** On the better side a share has only the room up to 100 % (or down to 0): its shades divide that room. */
const betterRoom = (scale: Extract<HeatScale, { kind: 'diverging' }>): number =>
  Math.min(scale.step, scale.higherIsBetter && scale.middle < 1 ? 1 - scale.middle : scale.middle);

const BETTER_EDGES = [0.3, 0.6, 0.99];
const WORSE_EDGES = [1, 2, 4];

/** Steps away from the target: the target itself is kept, and pale. */
function divergingTone(value: number, scale: Extract<HeatScale, { kind: 'diverging' }>): HeatTone {
  const away = (value - scale.middle) * (scale.higherIsBetter ? 1 : -1);
  const better = away >= -1e-9;
  const distance = Math.abs(away) / (better ? betterRoom(scale) : scale.step);
  const strength = (better ? BETTER_EDGES : WORSE_EDGES).filter((edge) => distance >= edge - 1e-9).length;
  return DIVERGING[better ? 4 + strength : 3 - strength] as HeatTone;
}

export function heatTone(value: number, scale: HeatScale): HeatTone {
  if (scale.kind === 'diverging') return divergingTone(value, scale);
  const share = scale.most > 0 ? Math.min(1, Math.max(0, value / scale.most)) : 0;
  return `q${Math.min(6, Math.floor(share * 6 + 1e-9)) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`;
}

/** Ends of the key under a diverging map, weakest to strongest. */
export function keyEnds(
  scale: HeatScale,
  measure: Measure,
  format: Formatter,
): { low: string; middle: string | null; high: string } {
  if (scale.kind === 'sequential') return { low: '0', middle: null, high: `≥ ${format.value(scale.most, measure)}` };
  const sign = scale.higherIsBetter ? 1 : -1;
  const worst = format.bare(scale.middle - sign * 4 * scale.step, measure);
  const best = format.bare(scale.middle + sign * 0.6 * betterRoom(scale), measure);
  return scale.higherIsBetter
    ? { low: `< ${worst}`, middle: format.bare(scale.middle, measure), high: `≥ ${best}` }
    : { low: `> ${worst}`, middle: format.bare(scale.middle, measure), high: `≤ ${best}` };
}

/** A cell in words: its share, what was counted of how many, how sure, and what it is not yet. */
export function cellSays(cell: HeatCell, measure: Measure, format: Formatter): string {
  if (cell.running) return format.say(words.bucketNotOver);
  if (cell.future) return format.say(words.notYet);
  const counts =
    cell.counted === undefined || cell.counted === null
      ? `n ${format.count(cell.sample)}`
      : format.lang === 'zh'
        ? `${format.count(cell.sample)} 人中 ${format.count(cell.counted)} 人`
        : `${format.count(cell.counted)} of ${format.count(cell.sample)}`;
  const interval = cell.interval && `${format.say(words.interval)} ${format.interval(cell.interval, measure)}`;
  return [
    format.value(cell.value, measure),
    counts,
    interval,
    cell.tooFew && format.say(words.tooFew),
    cell.young && format.say(words.maturing),
  ]
    .filter(Boolean)
    .join(format.lang === 'zh' ? '，' : ', ');
}

const cellText = (cell: HeatCell | undefined, measure: Measure, format: Formatter): string => {
  if (!cell || cell.future) return format.say(words.notYet);
  if (cell.running) return format.say(words.bucketNotOver);
  return cell.tooFew
    ? `${format.value(cell.value, measure)} (${format.say(words.tooFew)})`
    : format.value(cell.value, measure);
};

const rawOf = (cell: HeatCell | undefined, counted: boolean): (number | null)[] => [
  cell?.value ?? null,
  ...(counted ? [cell?.value == null ? null : (cell.counted ?? null)] : []),
];

export function heatTable(props: HeatMapProps, format: Formatter): ChartTable {
  const { countedHead, measure } = props;
  const counted = countedHead !== undefined;
  const countOf = (cell: HeatCell | undefined) => (cell?.value == null ? '' : format.count(cell.counted));
  return {
    columns: [
      text(props.rowHead),
      ...(props.noteHead ? [figure(props.noteHead)] : []),
      ...props.columns.flatMap(({ label }) => [figure(label), ...(counted ? [figure(`${label} ${countedHead}`)] : [])]),
    ],
    rows: props.rows.map((row) => ({
      cells: [
        row.label,
        ...(props.noteHead ? [row.note ?? ''] : []),
        ...props.columns.flatMap((_, at) => [
          cellText(row.cells[at], measure, format),
          ...(counted ? [countOf(row.cells[at])] : []),
        ]),
      ],
      raw: [
        row.label,
        ...(props.noteHead ? [row.note ?? ''] : []),
        ...props.columns.flatMap((_, at) => rawOf(row.cells[at], counted)),
      ],
    })),
  };
}

/** How many cells miss the target, and the worst of them. */
export function heatSummary(props: HeatMapProps, format: Formatter): string {
  const cells = props.rows.flatMap((row) => row.cells.map((cell, at) => ({ row, cell, column: props.columns[at] })));
  const known = cells.filter(({ cell }) => cell.value !== null && !cell.tooFew && !cell.future);
  const { scale } = props;
  const sign = scale.kind === 'sequential' || !scale.higherIsBetter ? -1 : 1;
  const worst = known.reduce<(typeof known)[number] | undefined>(
    (low, each) =>
      low === undefined || sign * (each.cell.value as number) < sign * (low.cell.value as number) ? each : low,
    undefined,
  );
  if (!worst) return `${props.title}: ${format.noValue()}`;
  const at = `${worst.row.label}, ${worst.column?.label ?? ''}: ${format.value(worst.cell.value, props.measure)}`;
  if (scale.kind === 'sequential')
    return format.lang === 'zh' ? `${props.title}。最高：${at}` : `${props.title}. Highest: ${at}`;
  const missing = known.filter(({ cell }) => sign * (cell.value as number) < sign * scale.middle).length;
  return format.lang === 'zh'
    ? `${props.title}。${known.length} 格中 ${missing} 格未达标，最差：${at}`
    : `${props.title}. ${missing} of ${known.length} cells miss the target; the worst is ${at}`;
}
