import { assertFewPoints } from '@rapport/model/metrics';
import type { MetricsArgs } from './metric.args.ts';

const DAY = 86_400_000;
const daysOf = { DAY: 1, WEEK: 7, MONTH: 30, QUARTER: 91, YEAR: 365 } as const;
/** Points come ready from one statement: twenty of them weigh as much as one object that is read row by row. */
const POINTS_A_PIECE = 20;

/** So many that it is worth counting them; fewer are never too many. */
const MANY = 900;

function pointsOf({ grain, period }: Pick<MetricsArgs, 'grain' | 'period'>): number {
  if (!grain || grain === 'TOTAL') return 1;
  const days = (Date.parse(period.to) - Date.parse(period.from)) / DAY + 1;
  const points = Math.max(1, Math.ceil(days / daysOf[grain]));
  if (points > MANY) assertFewPoints(period, grain);
  return points;
}

/** The price of an answer from its size: metrics × series × points, each as often as it is compared. */
export function priceOfAnswer(args: Record<string, unknown>): number {
  const { metrics, period, grain, by, compare, events, limit } = args as unknown as MetricsArgs;
  const series = by && by.length > 0 ? Math.max(1, limit ?? 50) : 1;
  const values = metrics.length * series * (1 + (compare?.length ?? 0) + (events?.length ?? 0));
  return 1 + metrics.length + (values * pointsOf({ grain, period })) / POINTS_A_PIECE;
}

/** Two versions of one metric, read row by row. */
export function priceOfVersions(args: Record<string, unknown>): number {
  const { period, grain } = args as unknown as MetricsArgs;
  return 2 + (2 * pointsOf({ grain, period })) / POINTS_A_PIECE;
}
