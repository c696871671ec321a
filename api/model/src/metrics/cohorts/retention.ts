import type { Queryable } from '../../schema/index.ts';
import { answerAs } from '../answer/answer.ts';
import type { MetricAccess, MetricBounds, MetricPoint, MetricRequest, Period } from '../answer/types.ts';
import { metricById, type Metric, type MetricId } from '../catalogue.ts';
import { MetricRequestError } from '../errors.ts';
import { bucketsOf } from '../planner/calendar.ts';
import { readPeriod } from '../planner/period.ts';
import { MOST_POINTS, readRequest, type Question } from '../planner/request.ts';
import type { Cohort, RetentionAnswer, RetentionCell, RetentionRequest } from './types.ts';

export const USUAL_MONTHS = 12;
const MOST_MONTHS = 36;
const RETENTION: MetricId = 'COHORT_RETENTION_M1';
const DEPTH: MetricId = 'REPEAT_ORDER_DEPTH_2';

function readMonths(months: number | null | undefined): number {
  const asked = months ?? USUAL_MONTHS;
  if (Number.isInteger(asked) && asked >= 1 && asked <= MOST_MONTHS) return asked;
  throw new MetricRequestError(
    'BAD_LIMIT',
    {
      en: `Ask for 1 to ${MOST_MONTHS} months after the first, not ${asked}.`,
      zh: `首单月之后的月数应为 1 到 ${MOST_MONTHS}，而非 ${asked}。`,
    },
    'months',
  );
}

/** A row of the matrix is a month, whatever is asked. */
export function assertFewMonths(asked: Period): void {
  const { from, to } = readPeriod(asked);
  if (bucketsOf({ from, to }, 'MONTH', MOST_POINTS)) return;
  throw new MetricRequestError(
    'TOO_MANY_POINTS',
    {
      en: `${from} to ${to} has more than ${MOST_POINTS} months of first orders. Ask for a shorter period.`,
      zh: `${from} 至 ${to} 的首单月超过 ${MOST_POINTS} 个，请缩短时段。`,
    },
    'period',
  );
}

/** Everybody has one order: the size of the cohort. Then retention in every month, of the same declaration. */
function metricsOf(months: number): Metric[] {
  const [retention, depth] = [metricById(RETENTION), metricById(DEPTH)];
  if (retention?.kind !== 'retention' || depth?.kind !== 'depth')
    throw new Error(`${RETENTION} and ${DEPTH} must be a retention and a depth: the matrix is made of them.`);
  const size: Metric = { ...depth, orders: 1 };
  return [size, ...Array.from({ length: months }, (_, index): Metric => ({ ...retention, month: index + 1 }))];
}

const cellOf = (month: number, { value, numerator, interval, suppressed }: MetricPoint): RetentionCell => ({
  month,
  share: value,
  customers: value === null ? null : numerator,
  interval,
  suppressed,
});

/** The matrix of cohorts by first month × months since, by the same readings, intervals and suppression as the metrics of retention. */
export async function cohortRetention(
  db: Queryable,
  { period, months, where }: RetentionRequest,
  access: MetricAccess,
  bounds: MetricBounds = {},
): Promise<RetentionAnswer> {
  const metrics = metricsOf(readMonths(months));
  assertFewMonths(period);
  const request: MetricRequest = { metrics: [RETENTION], period, grain: 'MONTH', where };
  const read = (other: MetricRequest): Question => ({ ...readRequest(other), metrics });
  const { series, asOf, dataVersion, explain } = await answerAs(db, request, read, access, bounds);
  const [sizes, ...later] = series;
  const [first] = explain.slice(1);
  if (!sizes || !first) throw new Error('A question without slices has one series for each metric.');
  const cohorts = sizes.points.map((point, index): Cohort => ({
    month: point.bucket,
    size: point.suppressed ? null : point.sample,
    partial: point.partial,
    cells: later.flatMap(({ points }, after) => {
      const found = points[index];
      return found ? [cellOf(after + 1, found)] : [];
    }),
  }));
  return { cohorts, asOf, dataVersion, explain: first };
}
