import {
  initiativeEffect,
  leftOutReasons,
  readInitiatives,
  type Initiative as Kept,
  type InitiativeFinding as Found,
} from '@rapport/model/findings';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { money, moneyOrNull } from '../../platform/graphql/money.ts';
import { answersOf } from '../metrics/index.ts';
import type { InitiativeAnnotation, InitiativeFinding, InitiativeReturn } from './finding.type.ts';
import type { Initiative } from './initiative.type.ts';

export const toInitiative = ({ costMinor, currency, ...kept }: Kept): Initiative => ({
  ...kept,
  cost: moneyOrNull(costMinor, currency),
});

/** Below so many rows a figure says nothing, and may say too much of somebody. */
const LEAST_SHOWN = 5;
const shown = <Figure extends { rows: number }>(figure: Figure | null): Figure | null =>
  figure && figure.rows >= LEAST_SHOWN ? figure : null;

function toReturn(found: NonNullable<Found['money']>): InitiativeReturn {
  const { currency } = found;
  return {
    ...found,
    cost: money(found.costMinor, currency),
    costPerOutcome: moneyOrNull(found.costPerOutcomeMinor, currency),
    worth: moneyOrNull(found.worthMinor, currency),
    value: moneyOrNull(found.valueMinor, currency),
    valueLow: moneyOrNull(found.valueLowMinor, currency),
    valueHigh: moneyOrNull(found.valueHighMinor, currency),
  };
}

const toFinding = (found: Found): InitiativeFinding => ({
  ...found,
  initiative: toInitiative(found.initiative),
  reached: found.reached
    .filter(({ before }) => before.rows >= LEAST_SHOWN)
    .map((group) => ({ ...group, after: shown(group.after) })),
  leftOut: found.leftOut.map((group) => ({ ...group, reasonLabel: leftOutReasons[group.reason] })),
  trend: found.trend.map((point) => ({ ...point, treated: shown(point.treated), control: shown(point.control) })),
  money: found.money && toReturn(found.money),
});

/** Comparing needs every group, so the figures are read as an analyst's; only what rests on enough rows is told. */
const whole = { role: 'analyst' } as const;

function findingOf(
  { pool, reads }: RequestContext,
  initiative: Kept,
  others: readonly Kept[],
  metric: string | null,
): Promise<Found> {
  const answers = answersOf(pool);
  const ofShop = others.filter(({ shop }) => shop === initiative.shop);
  return answers.remembered(reads, whole, ['initiativeEffect', initiative, ofShop, metric], () =>
    initiativeEffect({ db: reads, access: whole, bounds: answers.bounds }, { initiative, others: ofShop, metric }),
  );
}

export async function readFinding(
  context: RequestContext,
  { shop, code, metric }: { shop: string; code: string; metric: string | null },
): Promise<InitiativeFinding | null> {
  const all = await readInitiatives(context.reads, { shop });
  const initiative = all.find((one) => one.code === code);
  return initiative ? toFinding(await findingOf(context, initiative, all, metric)) : null;
}

/** One after another: they share the request's one connection. */
async function findingsOf(context: RequestContext, wanted: readonly Kept[], all: readonly Kept[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const initiative of wanted) found.push(await findingOf(context, initiative, all, null));
  return found;
}

export async function readFindings(context: RequestContext, shop: string | null): Promise<InitiativeFinding[]> {
  const all = await readInitiatives(context.reads, { shop });
  return (await findingsOf(context, all, all)).map(toFinding);
}

export async function readAnnotations(
  context: RequestContext,
  { metrics, period, shop }: { metrics: string[]; period: { from: string; to: string }; shop: string | null },
): Promise<InitiativeAnnotation[]> {
  const all = await readInitiatives(context.reads, { shop });
  const touching = all.filter(
    ({ metric, startsOn, endsOn }) =>
      metric !== null &&
      metrics.includes(metric) &&
      startsOn !== null &&
      startsOn <= period.to &&
      (endsOn ?? period.to) >= period.from,
  );
  return (await findingsOf(context, touching, all)).map(({ initiative, verdict, better, sentence, horizons }) => ({
    metric: initiative.metric ?? '',
    code: initiative.code,
    shop: initiative.shop,
    label: initiative.label,
    startsOn: initiative.startsOn ?? '',
    endsOn: initiative.endsOn,
    verdict,
    better,
    effect: horizons[0]?.effect ?? null,
    interval: horizons[0]?.interval ?? null,
    sentence,
  }));
}

export async function readLedger(
  context: RequestContext,
  which: { shop?: string | null; code?: string | null },
): Promise<Initiative[]> {
  return (await readInitiatives(context.reads, which)).map(toInitiative);
}
