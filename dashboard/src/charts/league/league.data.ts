import type { Formatter, Measure } from '../../format/index.ts';
import type { Marking, Range, Tone } from '../point.ts';
import { measuredAxis, type Axis } from '../scale.ts';
import { figure, text, type ChartTable } from '../table.ts';
import { words } from '../words.ts';

export interface LeagueRow {
  key: string;
  label: string;
  /** Under the label: the sample, or a second name. */
  note?: string;
  value: number | null;
  interval?: Range | null;
  sample: number;
  /** Fewer than the metric's minimum: hollow, not rated, not placed. */
  tooFew?: boolean;
  /** Where the meaning is fixed by the row itself (late against on time); else it follows from the reference. */
  tone?: Tone;
  marking?: Marking;
  /** Another row was chosen: it steps back. */
  faded?: boolean;
}

export interface LeagueProps {
  title: string;
  measure: Measure;
  rows: readonly LeagueRow[];
  higherIsBetter?: boolean | null;
  /** The line all rows are judged by: the target, or the whole shop. */
  reference?: { value: number; label: string } | null;
  /** Shows the places each row can hold, given the intervals. */
  places?: boolean;
  fromZero?: boolean;
  labelWidth?: number;
  onRow?: (key: string) => void;
}

const rated = (row: LeagueRow): row is LeagueRow & { value: number } => row.value !== null && !row.tooFew;
const ends = (row: LeagueRow & { value: number }): Range => row.interval ?? { low: row.value, high: row.value };

/** Places a row can hold: only rows whose whole interval is better or worse are surely before or behind it. */
export function placesOf(
  rows: readonly LeagueRow[],
  higherIsBetter: boolean,
): Map<string, { best: number; worst: number }> {
  const all = rows.filter(rated);
  return new Map(
    all.map((row) => {
      const own = ends(row);
      const above = all.filter((other) => ends(other).low > own.high).length;
      const below = all.filter((other) => ends(other).high < own.low).length;
      const [before, behind] = higherIsBetter ? [above, below] : [below, above];
      return [row.key, { best: before + 1, worst: all.length - behind }];
    }),
  );
}

/** Coloured only where the whole interval lies on one side of the reference. */
export function toneOf(
  row: LeagueRow,
  reference: number | null | undefined,
  higherIsBetter: boolean | null | undefined,
): Tone {
  if (row.tone) return row.tone;
  if (
    !rated(row) ||
    reference === null ||
    reference === undefined ||
    higherIsBetter === null ||
    higherIsBetter === undefined
  )
    return 'now';
  const { low, high } = ends(row);
  if (low <= reference && high >= reference) return 'then';
  return low > reference === higherIsBetter ? 'good' : 'bad';
}

export function leagueAxis(props: LeagueProps, most = 5): Axis {
  const values = props.rows.flatMap((row) =>
    row.tooFew ? [row.value] : [row.value, row.interval?.low, row.interval?.high],
  );
  const bounds =
    props.measure.unit === 'PERCENT'
      ? { floor: 0, ceiling: 1 }
      : props.measure.unit === 'SCORE'
        ? { floor: 1, ceiling: 5 }
        : {};
  const wish = { ...bounds, most, fromZero: props.fromZero ?? false };
  return measuredAxis([...values, props.reference?.value], props.measure, wish);
}

export const placeText = (place: { best: number; worst: number } | undefined): string =>
  place === undefined ? '' : place.best === place.worst ? `${place.best}` : `${place.best}–${place.worst}`;

export function leagueTable(props: LeagueProps, format: Formatter): ChartTable {
  const places = placesOf(props.rows, props.higherIsBetter ?? true);
  const columns = [
    text(props.title),
    figure(format.say(words.value)),
    figure(format.say(words.low)),
    figure(format.say(words.high)),
    figure(format.say(words.sample)),
    ...(props.places ? [text(format.say(words.place))] : []),
  ];
  const rows = props.rows.map((row) => {
    const figures = [row.value, row.interval?.low ?? null, row.interval?.high ?? null];
    const place = row.tooFew ? format.say(words.tooFew) : placeText(places.get(row.key));
    return {
      cells: [
        row.label,
        ...figures.map((value) => format.exact(value, props.measure)),
        format.count(row.sample),
        ...(props.places ? [place] : []),
      ],
      raw: [row.label, ...figures, row.sample, ...(props.places ? [place] : [])],
    };
  });
  return { columns, rows };
}

/** The first and last row in words, and how many cannot be told from the reference. */
export function leagueSummary(props: LeagueProps, format: Formatter): string {
  const known = props.rows.filter(rated);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${props.title}: ${format.noValue()}`;
  const one = (row: LeagueRow): string =>
    `${row.label} ${format.value(row.value, props.measure)} (${format.interval(row.interval, props.measure)})`;
  const undecided = known.filter(
    (row) => toneOf(row, props.reference?.value, props.higherIsBetter) === 'then' && !row.tone,
  ).length;
  const reference = props.reference
    ? format.lang === 'zh'
      ? `；${undecided} 项与${props.reference.label}无法区分`
      : `; ${undecided} cannot be told from ${props.reference.label}`
    : '';
  return `${props.title}: ${one(first)} … ${one(last)}${reference}`;
}
