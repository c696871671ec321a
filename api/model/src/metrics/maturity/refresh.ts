import { createHash } from 'node:crypto';
import type { Queryable } from '../../schema/index.ts';
import type { Outcome } from '../grammar.ts';
import { customersRead, readHistories, type LearnRequest, type Told } from './history.ts';
import { learnCurve, type DelayCurve, type History } from './learn.ts';
import { outcomeId, passOf, streams, type Stream } from './streams.ts';

/** Delays change slowly: they are learned again when today has moved on by so many days. */
const RELEARNED_AFTER_DAYS = 7;
/** Where a larger share of the outcomes does not tell when they became known, nothing is learned from the others. */
const MOST_UNDATED = 0.02;

export type LearnedCurve = DelayCurve & { stream: string; segment: string; outcomes: number };

/** Outcomes by the pass that tells them. */
function passesOf(wanted: readonly Stream[]): [Outcome, ...Outcome[]][] {
  const passes = new Map<string, Map<string, Outcome>>();
  for (const outcome of wanted.flatMap((stream) => [stream.outcome, ...(stream.less ? [stream.less] : [])])) {
    const pass = passes.get(passOf(outcome)) ?? new Map<string, Outcome>();
    passes.set(passOf(outcome), pass.set(outcomeId(outcome), outcome));
  }
  return [...passes.values()].map((pass) => [...pass.values()] as [Outcome, ...Outcome[]]);
}

const minus = (a: readonly number[] = [], b: readonly number[] = []): number[] =>
  Array.from(a, (number, index) => (number ?? 0) - (b[index] ?? 0));

/** What is told of the outcomes that are not among some of them. */
const without = (all: Told, some: Told | undefined): Told => {
  if (!some) return all;
  const { byDelay, byAge, weeks } = all.history;
  const history: History = {
    byDelay: minus(byDelay, some.history.byDelay),
    byAge: minus(byAge, some.history.byAge),
    weeks: Array.from(weeks, (week, index) => minus(week, some.history.weeks[index])),
  };
  return { ...all, outcomes: all.outcomes - some.outcomes, undated: all.undated - some.undated, history };
};

const curveOf = ({ outcomes, undated, history }: Told): DelayCurve | null =>
  undated > MOST_UNDATED * outcomes ? null : learnCurve(history);

/** The curves of a shop as its history tells them by the end of a day; none where the history is too short. */
export async function learnCurves(db: Queryable, of: LearnRequest, wanted = streams): Promise<LearnedCurve[]> {
  const told = new Map<string, Map<string, Told>>();
  for (const outcomes of passesOf(wanted)) {
    const read = await readHistories(db, outcomes, of);
    outcomes.forEach((outcome, index) => told.set(outcomeId(outcome), read[index] ?? new Map<string, Told>()));
  }
  return wanted.flatMap(({ id, outcome, less }) => {
    const some = less && told.get(outcomeId(less));
    return [...(told.get(outcomeId(outcome)) ?? [])].flatMap(([segment, all]) => {
      const own = less ? without(all, some?.get(segment)) : all;
      const curve = curveOf(own);
      return curve ? [{ ...curve, stream: id, segment, outcomes: own.outcomes }] : [];
    });
  });
}

/** Changes with the declarations. */
const declared = createHash('sha256')
  .update(streams.map(({ id }) => id).join(' '))
  .digest('hex')
  .slice(0, 16);

interface Due {
  shop: string;
  asOf: string;
  orders: string;
}

async function dueShops(db: Queryable): Promise<Due[]> {
  const { rows } = await db.query<Due>(
    `select s.shop, s.as_of::text as "asOf", (select count(*) from journey.order_journey j where j.shop = s.shop) as orders
     from core.shops s left join ops.delays_learned l on l.shop = s.shop and l.declared = $1
     where s.as_of is not null and (l.as_of is null or s.as_of - l.as_of not between 0 and $2)`,
    [declared, RELEARNED_AFTER_DAYS - 1],
  );
  return rows;
}

const rounded = (numbers: readonly number[]): number[] => numbers.map((number) => Number(number.toFixed(6)));

/** One statement, so that a reader sees the old curves or the new ones; two that learn at once write the same. */
async function keep(db: Queryable, { shop, asOf }: Due, curves: readonly LearnedCurve[]): Promise<void> {
  const kept = curves.map((curve) => ({ ...curve, known: rounded(curve.known), spread: rounded(curve.spread) }));
  await db.query(
    `with learned as (
       select c.stream, c.segment, c.outcomes, c.known, c.spread
       from jsonb_to_recordset($3::jsonb) as c(stream text, segment text, outcomes float8, known float8[], spread float8[])
     ), gone as (
       delete from ops.delay_curves d where d.shop = $1 and not exists (select from learned l where l.stream = d.stream and l.segment = d.segment)
     ), kept as (
       insert into ops.delay_curves (shop, stream, segment, outcomes, known, spread) select $1, l.* from learned l
       on conflict (shop, stream, segment) do update set outcomes = excluded.outcomes, known = excluded.known, spread = excluded.spread
     )
     insert into ops.delays_learned (shop, as_of, declared) values ($1, $2, $4)
     on conflict (shop) do update set as_of = excluded.as_of, declared = excluded.declared`,
    [shop, asOf, JSON.stringify(kept), declared],
  );
}

/**
 * Learns the delays of every shop where it is time to. After a publish has committed: a delivery does not wait for it, and figures
 * stand without it, only their young ones are judged by the declared days until then. Returns the shops it learned.
 */
export async function learnDelays(db: Queryable): Promise<string[]> {
  const due = await dueShops(db);
  for (const each of due) {
    const customers = customersRead(Number(each.orders));
    await keep(db, each, await learnCurves(db, { shop: each.shop, asOf: each.asOf, customers }));
  }
  return due.map(({ shop }) => shop);
}
