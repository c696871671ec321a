import type { Dimension } from '../../vocabulary/index.ts';
import type {
  DimensionValue,
  Interval,
  MetricAnswer,
  MetricComparison,
  MetricPoint,
  MetricRequest,
  Period,
} from '../answer/types.ts';
import { MOST_SERIES } from '../planner/request.ts';
import { leftOver, type Sides } from './decompose.ts';
import type { Explained } from './explainable.ts';

/** A slice in both periods, in stored whole numbers for sums. */
export interface Compared {
  key: DimensionValue[];
  sides: Sides;
  value: number | null;
  before: number | null;
  sample: number;
  sampleBefore: number;
  /** The range of its own change, of its rate or of what it adds up to. */
  change: Interval | null;
}

/** How figures become the numbers that are added: `per` is what whole numbers are told in; null: parts of a quotient, as they are. */
export interface Reckoning {
  explained: Explained;
  per: number | null;
}

type Figures = Pick<MetricPoint, 'numerator' | 'denominator'>;
const sideOf = ({ numerator, denominator }: Partial<Figures>, { per }: Reckoning) => ({
  n: per === null ? (numerator ?? 0) : Math.round((numerator ?? 0) * per),
  d: denominator ?? 0,
});
const figuresOf = (comparison: MetricComparison | undefined): Partial<Figures> => ({
  numerator: comparison?.numerator ?? null,
  denominator: comparison?.denominator ?? null,
});

export function comparedOf(key: DimensionValue[], point: MetricPoint, reckoning: Reckoning): Compared {
  const [comparison] = point.comparisons;
  return {
    key,
    sides: { now: sideOf(point, reckoning), before: sideOf(figuresOf(comparison), reckoning) },
    value: point.value,
    before: comparison?.value ?? null,
    sample: point.sample,
    sampleBefore: comparison?.sample ?? 0,
    change: comparison?.changeInterval ?? null,
  };
}

const codes = (key: readonly DimensionValue[]): string => JSON.stringify(key.map(({ value }) => value));

/** A slice that is gone: figures are listed by what the later period holds, so the earlier one is asked for the rest. */
function goneOf(earlier: MetricAnswer, known: readonly Compared[], reckoning: Reckoning): Compared[] {
  const there = new Set(known.map(({ key }) => codes(key)));
  return earlier.series.flatMap(({ key, points: [point] }) =>
    !point || there.has(codes(key))
      ? []
      : [
          {
            key,
            sides: { now: { n: 0, d: 0 }, before: sideOf(point, reckoning) },
            value: reckoning.explained === 'sum' ? 0 : null,
            before: point.value,
            sample: 0,
            sampleBefore: point.sample,
            change: null,
          },
        ],
  );
}

const isNothing = ({ now, before }: Sides): boolean => [now.n, now.d, before.n, before.d].every((part) => part === 0);

/** Asks for figures as who may see all of them; what is shown of them is decided afterwards. */
export type Ask = (request: Omit<MetricRequest, 'metrics'>) => Promise<MetricAnswer>;

/** All slices of a cut in both periods, and what lies beyond the most that can be read. */
export async function slicesOf(
  ask: Ask,
  request: Omit<MetricRequest, 'metrics'>,
  cut: { by: readonly Dimension[]; against: Period; total: Sides; reckoning: Reckoning },
): Promise<{ slices: Compared[]; beyond: Sides | undefined }> {
  const { against, total, reckoning } = cut;
  const by = [...cut.by];
  const later = await ask({ ...request, by, limit: MOST_SERIES });
  const slices = later.series.flatMap(({ key, points: [point] }) => (point ? [comparedOf(key, point, reckoning)] : []));
  const left = leftOver(
    slices.map(({ sides }) => sides),
    total,
  );
  if (isNothing(left)) return { slices, beyond: undefined };
  const earlier = await ask({ period: against, where: request.where, by, limit: MOST_SERIES });
  slices.push(...goneOf(earlier, slices, reckoning));
  const beyond = leftOver(
    slices.map(({ sides }) => sides),
    total,
  );
  return { slices, beyond: isNothing(beyond) ? undefined : beyond };
}
