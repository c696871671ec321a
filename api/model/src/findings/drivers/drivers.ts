import type { Queryable } from '../../schema/index.ts';
import { SMALLEST_SHOWN } from '../../metrics/index.ts';
import type { Role } from '../../vocabulary/index.ts';
import { wilson, type Interval } from '../../statistics/index.ts';
import { designOf } from './design.ts';
import { factorIds, factors, isLever, type FactorId } from './factors/index.ts';
import { fitDrivers, type Fit, type FittedFactor } from './fit.ts';
import { driverLevels } from './levels.ts';
import { outcomes } from './outcomes.ts';
import { readSample, type Sample } from './sample.ts';
import type { Driver, Drivers, DriversRequest, DriverVerdict } from './types.ts';
import { headlineOf, METHOD, tooFew, unusedBecause } from './words.ts';

/** Below these a fit would be an anecdote. */
const LEAST = { orders: 300, hits: 30 };
/** Factors are named as going along where they correlate so much. */
const ALONG = 0.3;
const byBootstrap = (range: { low: number; high: number }): Interval => ({ ...range, method: 'bootstrap' });

function verdictOf({ beyondChance, effectInterval }: FittedFactor): DriverVerdict {
  if (!beyondChance) return 'CANNOT_TELL';
  const single = effectInterval === null || effectInterval.low > 0 || effectInterval.high < 0;
  return single ? 'STANDS_OUT' : 'SHARED';
}

const alongWith = (fit: Fit, factor: FactorId): Driver['alongWith'] =>
  fit.factors
    .filter((other) => other.factor !== factor)
    .map((other) => ({
      factor: other.factor,
      label: factors[other.factor].label,
      correlation: fit.correlation(factor, other.factor),
    }))
    .filter(({ correlation }) => Math.abs(correlation) >= ALONG)
    .toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation));

function driverOf(fit: Fit, fitted: FittedFactor, known: number, levels: Driver['levels']): Driver {
  const { factor } = fitted;
  const declared = factors[factor];
  return {
    factor,
    label: declared.label,
    weight: fitted.weight,
    weightInterval: byBootstrap(fitted.weightInterval),
    rawWeight: fitted.raw,
    verdict: verdictOf(fitted),
    lever: isLever(factor),
    effect: fitted.effect,
    effectInterval: fitted.effectInterval && byBootstrap(fitted.effectInterval),
    step: declared.kind === 'quantity' ? declared.step : null,
    known,
    applies: declared.applies?.to ?? null,
    levels,
    alongWith: alongWith(fit, factor),
  };
}

/** What is asked, before anything is fitted. */
function plain({ outcome, period }: DriversRequest, sample: Sample, hits: number): Drivers {
  const orders = sample.hit.length;
  return {
    outcome,
    title: outcomes[outcome].title,
    headline: tooFew(outcome, orders, hits, LEAST),
    refusal: tooFew(outcome, orders, hits, LEAST),
    period,
    orders,
    hits,
    share: orders === 0 ? null : hits / orders,
    shareInterval: wilson(hits, orders),
    sampled: sample.sampled,
    population: sample.population,
    explained: null,
    explainedInterval: null,
    drivers: [],
    leftOut: factorIds.flatMap((factor) => {
      const reason = factors[factor].not?.[outcome];
      return reason ? [{ factor, label: factors[factor].label, reason }] : [];
    }),
    method: METHOD,
    asOf: sample.asOf,
    dataVersion: sample.dataVersion,
  };
}

/** Nothing of so few orders is told to who sees aggregates only. */
const withheld = (answer: Drivers): Drivers => ({
  ...answer,
  orders: 0,
  hits: 0,
  share: null,
  shareInterval: null,
  population: 0,
});

/**
 * Which factors of the journey go with an outcome, and how much each weighs. Read from facts, or from those of a part of the
 * customers where there are more than a fit needs; refused in words where there are too few.
 */
export async function answerDrivers(
  db: Queryable,
  request: DriversRequest,
  { role }: { role: Role },
): Promise<Drivers> {
  const ids = factorIds.filter((factor) => !factors[factor].not?.[request.outcome]);
  const sample = await readSample(db, request, ids);
  const hits = sample.hit.reduce((sum, hit) => sum + hit, 0);
  const answer = plain(request, sample, hits);
  const { orders } = answer;
  const small = role === 'executive' && Math.min(orders, hits, orders - hits) < SMALLEST_SHOWN;
  if (orders < LEAST.orders || Math.min(hits, orders - hits) < LEAST.hits) {
    if (!small) return answer;
    const hidden = tooFew(request.outcome, 0, 0, LEAST);
    return { ...withheld(answer), headline: hidden, refusal: hidden };
  }
  const design = designOf(sample);
  const fit = fitDrivers(design, sample.block);
  const fewest = role === 'executive' ? SMALLEST_SHOWN : 1;
  const drivers: Driver[] = [];
  for (const fitted of fit.factors.toSorted((a, b) => b.raw - a.raw)) {
    const column = sample.columns.find(({ factor }) => factor === fitted.factor)!;
    const levels = await driverLevels(db, request.shop, column, sample.hit, fewest);
    drivers.push(driverOf(fit, fitted, design.known.get(fitted.factor) ?? 0, levels));
  }
  return {
    ...answer,
    headline: headlineOf(request.outcome, drivers),
    refusal: null,
    explained: fit.explained,
    explainedInterval: byBootstrap(fit.explainedInterval),
    drivers,
    leftOut: [
      ...answer.leftOut,
      ...design.unused.map(({ factor, because }) => ({
        factor,
        label: factors[factor].label,
        reason: unusedBecause[because],
      })),
    ],
  };
}
