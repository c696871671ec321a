import type { Queryable } from '../../schema/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { headOf } from '../answer/head.ts';
import { moneyOf } from '../answer/money.ts';
import { isSmall, suppresses } from '../answer/suppression.ts';
import type {
  DimensionFilter,
  Grain,
  MetricAccess,
  MetricBounds,
  MetricHead,
  MetricRequest,
  Period,
} from '../answer/types.ts';
import type { Metric, MetricId } from '../catalogue.ts';
import type { Fact } from '../facts.ts';
import { MetricRequestError } from '../errors.ts';
import type { Bucket } from '../planner/calendar.ts';
import { readRequest, type Question } from '../planner/request.ts';
import { toQuery } from '../sql.ts';
import { readingsOf, type Planned } from '../compile/readings.ts';
import { brokenOff, refuseCostly } from '../estimate/bound.ts';
import { estimateReads } from '../estimate/reads.ts';
import { talliesOf } from '../tallies.ts';
import { heldAgainst, isHeldByRow } from './held-against.ts';
import { changeInForce, splitDifference, valueOf, type Change, type Split, type Sums } from './split.ts';

export interface VersionsRequest {
  metric: MetricId;
  /** The earlier and the later version. */
  before: number;
  after: number;
  period: Period;
  grain?: Grain | null;
  where?: DimensionFilter[] | null;
}

export interface VersionFigure extends Sums {
  value: number | null;
}

export interface VersionPoint {
  bucket: string;
  bucketEnd: string;
  before: VersionFigure | null;
  after: VersionFigure | null;
  /** Rows that both definitions look at, only the earlier one, only the later one. */
  sameRows: number;
  onlyBefore: number;
  onlyAfter: number;
  difference: Split | null;
  /** The version that was in force when the bucket began. */
  inForce: number;
  change: Change | null;
  suppressed: boolean;
}

export interface VersionComparison {
  before: MetricHead;
  after: MetricHead;
  points: VersionPoint[];
}

function assertComparable(metric: Metric, { before, after }: VersionsRequest): void {
  if (before > after) {
    throw new MetricRequestError(
      'UNKNOWN_VERSION',
      {
        en: `Version ${before} came after version ${after}. Swap them: before: ${after}, after: ${before}.`,
        zh: `第 ${before} 版晚于第 ${after} 版，请对调：before: ${after}，after: ${before}。`,
      },
      'before',
    );
  }
  if (!isHeldByRow(metric)) {
    throw new MetricRequestError(
      'UNKNOWN_VERSION',
      {
        en: `${metric.id} is not counted row by row, so its versions cannot be split. Ask metrics(version: …) for each of them.`,
        zh: `${metric.id} 不是逐行计算的指标，其版本差异无法拆分。请分别用 metrics(version: …) 查询。`,
      },
      'metric',
    );
  }
}

const hidden = { before: null, after: null, sameRows: 0, onlyBefore: 0, onlyAfter: 0, difference: null, change: null };

/** How eleven sums of a bucket (`heldAgainst`) become figures of the metric. */
interface Reading {
  before: Metric;
  after: Metric;
  per: number;
  hideSmall: boolean;
}
type InForce = Parameters<typeof changeInForce>[0];

function sumsAt({ after, per }: Reading, numbers: readonly number[], at: number): Sums {
  const numerator = ((numbers[at] ?? 0) * (after.unit.times ?? 1)) / per;
  return { numerator, denominator: after.denominator === undefined ? null : (numbers[at + 1] ?? 0) };
}

const figureOf = ({ after }: Reading, sums: Sums): VersionFigure => ({
  value: valueOf(sums),
  numerator: sums.numerator / (after.unit.times ?? 1),
  denominator: sums.denominator,
});

function pointOf(reading: Reading, bucket: Bucket, numbers: readonly number[], previous: InForce | null) {
  const { before, after, hideSmall } = reading;
  const all = [sumsAt(reading, numbers, 0), sumsAt(reading, numbers, 2)] as const;
  const [sameRows = 0, onlyBefore = 0, onlyAfter = 0] = numbers.slice(8);
  const now: InForce = { before: valueOf(all[0]), after: valueOf(all[1]), isAfter: bucket.from >= after.since };
  const head = { bucket: bucket.from, bucketEnd: bucket.to, inForce: now.isAfter ? after.version : before.version };
  // What only one of them looks at could be told from the two together.
  const groups = [sameRows + onlyBefore, sameRows + onlyAfter, onlyBefore, onlyAfter];
  const point: VersionPoint =
    hideSmall && groups.some(isSmall)
      ? { ...head, ...hidden, suppressed: true }
      : {
          ...head,
          before: figureOf(reading, all[0]),
          after: figureOf(reading, all[1]),
          sameRows,
          onlyBefore,
          onlyAfter,
          difference: splitDifference(all, [sumsAt(reading, numbers, 4), sumsAt(reading, numbers, 6)]),
          change: previous && changeInForce(previous, now),
          suppressed: false,
        };
  return { point, now: point.suppressed ? null : now };
}

const rowByRow = ({ rows }: Fact): LocalizedText => ({
  en: `Both definitions are tried on each of the ${rows.en}; no rollup holds an earlier one.`,
  zh: `两个版本的定义须在每条${rows.zh}上逐一比较，没有汇总表包含旧版定义。`,
});

/** The rows of the fact, whatever rollups hold: both definitions are tried on each. */
function planOf(metric: Metric): Planned[] {
  const { fact } = metric;
  const plan = { source: { from: 'facts' }, servedBy: fact.relation, reason: rowByRow(fact) } as const;
  return talliesOf(metric).map((tally) => ({ tally, plan }));
}

/** Reads the sums of each bucket, unless that would go through more rows than it may. */
async function readSums(
  db: Queryable,
  request: MetricRequest,
  { before, after, question }: { before: Metric; after: Metric; question: Question },
  most: number,
): Promise<Map<string, readonly number[]>> {
  const planned = planOf(after);
  const asked = {
    request,
    read: (other: MetricRequest) => readRequest(other),
    question,
    planned,
    readings: readingsOf(planned),
  };
  const { sql, params } = toQuery(heldAgainst(before, after, question));
  try {
    refuseCostly(asked, await estimateReads(db, question, asked.readings), most);
    const { rows } = await db.query<{ bucket: string; numbers: number[] }>(sql, params);
    return new Map(rows.map(({ bucket, numbers }) => [bucket, numbers]));
  } catch (error) {
    throw brokenOff(asked, error) ?? error;
  }
}

/** Two definitions of one metric over the same period, bucket by bucket, and what their difference is made of. */
export async function compareVersions(
  db: Queryable,
  request: VersionsRequest,
  access: MetricAccess,
  { mostFactRows = Infinity }: MetricBounds = {},
): Promise<VersionComparison> {
  const { metric, period, grain, where } = request;
  const asked = (version: number): MetricRequest => ({ metrics: [metric], period, grain, where, version });
  const question = readRequest(asked(request.after));
  const [before, after] = [readRequest(asked(request.before)).metrics[0] as Metric, question.metrics[0] as Metric];
  assertComparable(after, request);
  const shops = await db.query<{ currency: string }>('select distinct currency from core.shops');
  const money = moneyOf(
    after,
    shops.rows.map(({ currency }) => currency),
  );
  const found = await readSums(db, asked(request.after), { before, after, question }, mostFactRows);
  const reading: Reading = { before, after, per: money.per, hideSmall: suppresses(access) };
  const points: VersionPoint[] = [];
  let previous: InForce | null = null;
  for (const bucket of question.buckets) {
    const { point, now } = pointOf(reading, bucket, found.get(bucket.key) ?? [], previous);
    points.push(point);
    previous = now;
  }
  return { before: headOf(before, money), after: headOf(after, money), points };
}
