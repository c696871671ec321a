import type { Measure } from '../../format/index.ts';
import type { Cut, Slice } from './query.ts';

export interface ContributionRow {
  key: string;
  /** Absent: everything else. */
  slice?: Slice;
  contribution: number;
  mix: number | null;
  rate: number | null;
  /** Of the track, whose middle is no change: where the bar begins, and how long it is. */
  from: number;
  width: number;
  tone: 'good' | 'bad' | 'flat';
}

const tones = { BETTER: 'good', WORSE: 'bad', NEUTRAL: 'flat', NOISE: 'flat', UNKNOWN: 'flat' } as const;

/** Slices as the API ranks them, then all the others together; bars share one scale. */
export function contributionRows({ slices, rest }: Cut): ContributionRow[] {
  const parts = [...slices, ...(rest.slices > 0 || rest.contribution !== 0 ? [rest] : [])];
  const largest = Math.max(...parts.map(({ contribution }) => Math.abs(contribution)), Number.MIN_VALUE);
  return parts.map((part) => {
    const width = Math.abs(part.contribution) / largest / 2;
    const slice = 'key' in part ? part : undefined;
    return {
      key: slice ? slice.key.map(({ value }) => value ?? '').join(' ') : 'rest',
      ...(slice ? { slice } : {}),
      contribution: part.contribution,
      mix: part.mix ?? null,
      rate: part.rate ?? null,
      from: part.contribution < 0 ? 0.5 - width : 0.5,
      width,
      tone: slice ? tones[slice.verdict] : 'flat',
    };
  });
}

/** Parts are smaller than figures: one more decimal, so that they do not all read 0.0. */
export const measureOfParts = (measure: Measure): Measure =>
  measure.unit === 'COUNT' || measure.unit === 'MONEY'
    ? measure
    : { ...measure, decimals: (measure.decimals ?? 1) + 1 };

/** The slices went another way than the whole, which is more than noise: then the mix made it. */
export const wentAgainst = ({ rate, mix, contribution }: Cut, significant: boolean | null | undefined): boolean =>
  significant === true && rate != null && mix != null && rate * contribution < 0 && Math.abs(mix) > Math.abs(rate);
