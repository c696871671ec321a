/** What a chart needs of one bucket of one series; a point of a metrics answer fits as it is. */
export interface ChartPoint {
  bucket: string;
  bucketEnd: string;
  value?: number | null;
  interval?: { low: number; high: number } | null;
  sample: number;
  mature: boolean;
  partial: boolean;
  /** Where a young point is expected to end; it stands beside the value, never in its place. */
  completed?: Completed | null;
  /** `TOO_FEW`: the sample is below the metric's minimum. */
  status?: string;
}

/** Between `low` and `high` with 95 % confidence; `shareKnown` of what its days will bring is in by now. */
export interface Completed {
  value: number;
  low: number;
  high: number;
  shareKnown: number;
}

export interface Range {
  low: number;
  high: number;
}

/** Colour by meaning. `now` is this period, `then` any comparison, the rest judge or tell series apart. */
export type Tone = 'now' | 'then' | 'good' | 'bad' | 'warn' | 'ink' | 'c1' | 'c2' | 'c3' | 'c4' | 'c5' | 'c6';

const COLOUR: Partial<Record<Tone, string>> = { ink: 'var(--ink2)' };

export const colourOf = (tone: Tone): string => COLOUR[tone] ?? `var(--${tone})`;

/** A point not to be trusted yet is drawn hollow: its outcomes, or its days, are not all in. */
export const isYoung = (point: { mature: boolean; partial: boolean }): boolean => !point.mature || point.partial;

/** Too small a sample is not rated: a lone hollow dot where the axis reaches it, never part of a line. */
export const isTooFew = (point: { status?: string }): boolean => point.status === 'TOO_FEW';

const DAY_MS = 86_400_000;

/** Days since 1970: the x of every time axis, so that a missing bucket leaves its room empty. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** `data-` attributes that say which figure a mark stands for; set where the caller gives them. */
export type Marking = Readonly<Record<`data-${string}`, string>>;
