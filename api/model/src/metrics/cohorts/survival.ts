import { z } from 'zod';
import type { Queryable } from '../../schema/index.ts';
import { answerMetrics } from '../answer/answer.ts';
import { SMALLEST_SHOWN, suppresses } from '../answer/suppression.ts';
import type { DimensionValue, MetricAccess, MetricAnswer, MetricBounds, MetricRequest } from '../answer/types.ts';
import type { MetricId } from '../catalogue.ts';
import { fromFirstOrders, fromGapRollup, productLimit } from '../compile/survival.ts';
import { MetricRequestError } from '../errors.ts';
import { logLog } from '../../statistics/survival.ts';
import { readRequest, usedBy } from '../planner/request.ts';
import { join, raw, sql, toQuery } from '../sql.ts';
import type { StillAtRisk, SurvivalAnswer, SurvivalCurve, SurvivalRequest, SurvivalStep } from './types.ts';

export const USUAL_DAYS = 180;
const MOST_DAYS = 730;
/** How far apart the days lie on which those still at risk are counted. */
const RISK_STEP = 30;
const sharesBack = ['SHARE_BACK_30D', 'SHARE_BACK_60D', 'SHARE_BACK_90D'] as const satisfies readonly MetricId[];

function readDays(days: number | null | undefined): number {
  const asked = days ?? USUAL_DAYS;
  if (Number.isInteger(asked) && asked >= 1 && asked <= MOST_DAYS) return asked;
  throw new MetricRequestError(
    'BAD_LIMIT',
    {
      en: `A curve goes from 1 to ${MOST_DAYS} days, not ${asked}.`,
      zh: `曲线天数应为 1 到 ${MOST_DAYS}，而非 ${asked}。`,
    },
    'days',
  );
}

const row = z.object({
  k1: z.string(),
  seen: z.number(),
  median: z.number().nullable(),
  steps: z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()])),
  at_risk: z.array(z.number()),
});
type Row = z.infer<typeof row>;

/** 0, 30, 60, … as far as the curve goes. */
const riskDays = (days: number): number[] =>
  Array.from({ length: Math.floor(days / RISK_STEP) + 1 }, (_, index) => index * RISK_STEP);

/** Who is at risk on a day was so on the next day on which anything happened: between two of those nobody leaves. */
const atRiskOn = (days: readonly number[]) =>
  join(
    days.map((day) => sql`coalesce(max(c.at_risk) filter (where c.day >= ${raw(String(day))}), 0)`),
    ', ',
  );

/** A row a slice, with the steps of its curve. */
async function readCurves(db: Queryable, request: MetricRequest, days: number): Promise<Map<string, Row>> {
  const question = readRequest(request);
  const [window] = question.windows;
  if (!window) return new Map();
  const observed = (usedBy(question).length > 0 ? fromFirstOrders : fromGapRollup)(question, window);
  const { sql: text, params } =
    toQuery(sql`select c.k1, max(c.day)::int as seen, min(c.day) filter (where c.staying <= 0.5)::int as median,
  coalesce(jsonb_agg(jsonb_build_array(c.day, c.at_risk, c.back, 1 - c.staying, c.spread) order by c.day) filter (where c.back > 0 and c.day <= ${days}::int), '[]') as steps,
  array[${atRiskOn(riskDays(days))}] as at_risk
from (
${productLimit(observed)}
) c group by 1`);
  const { rows } = await db.query(text, params);
  return new Map(rows.map((found) => row.parse(found)).map((found) => [found.k1, found]));
}

const stepOf = ([day, atRisk, back, share, spread]: Row['steps'][number]): SurvivalStep => ({
  day,
  atRisk,
  back,
  share,
  interval: logLog(share, spread),
});

const codeOf = (key: readonly DimensionValue[]): string => key[0]?.value ?? '';

const riskOf = (atRisk: readonly number[]): StillAtRisk[] =>
  atRisk.map((customers, index) => ({ day: index * RISK_STEP, customers }));

/** One curve for each slice that the figures show; of those they hide, nothing. Steps and days of fewer than `least` at risk are left out. */
function curvesOf({ series }: MetricAnswer, found: ReadonlyMap<string, Row>, least: number): SurvivalCurve[] {
  const slices = series.filter(({ metric }) => metric.id === sharesBack[0]);
  return slices.map(({ key }): SurvivalCurve => {
    const points = series.filter((each) => codeOf(each.key) === codeOf(key)).flatMap((each) => each.points);
    const untold = points.every((point) => point.suppressed || point.sample === 0);
    const curve = untold ? undefined : found.get(codeOf(key));
    return {
      key,
      customers: points[0]?.sample ?? 0,
      shareBack: points,
      median: curve?.median ?? null,
      seenDays: curve?.seen ?? null,
      steps: curve?.steps.map(stepOf).filter(({ atRisk }) => atRisk >= least) ?? [],
      atRisk: riskOf(curve?.at_risk ?? []).filter(({ customers }) => customers >= least),
    };
  });
}

/** How soon first-time customers come back: the curve, its median where half are back, and the share by day 30, 60 and 90. */
export async function survivalCurves(
  db: Queryable,
  { period, days, by, where, limit }: SurvivalRequest,
  access: MetricAccess,
  bounds: MetricBounds = {},
): Promise<SurvivalAnswer> {
  const upTo = readDays(days);
  const request: MetricRequest = { metrics: [...sharesBack], period, by: by ? [by] : [], where, limit };
  const answer = await answerMetrics(db, request, access, bounds);
  const [explain] = answer.explain;
  if (!explain) throw new Error('Every metric is explained.');
  return {
    curves: curvesOf(answer, await readCurves(db, request, upTo), suppresses(access) ? SMALLEST_SHOWN : 1),
    truncatedCurves: answer.truncatedSeries / sharesBack.length,
    asOf: answer.asOf,
    dataVersion: answer.dataVersion,
    explain,
  };
}
