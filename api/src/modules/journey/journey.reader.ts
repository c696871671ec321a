import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { once } from '../../platform/database/loaders.ts';
import { pageOf, type Page } from '../../platform/graphql/page.ts';
import { eventsOf } from './journey.sql.ts';
import type { JourneyArguments, JourneyEvent, JourneyStage } from './journey.type.ts';
import { stageOf, wordsOf, type EventKind, type EventRow } from './journey.words.ts';

type TimelineRow = EventRow & {
  cursorKeys: string[];
  customerId: string;
  ref: string;
  at: Date;
  on: string;
  orderId: string;
};

const inTime = new Keyset('journey', 'ASC', [
  { sql: 'e.at', type: 'timestamptz' },
  { sql: 'e.rank', type: 'integer' },
  { sql: 'e.ref', type: 'uuid' },
]);

function kindsOf(stages: JourneyStage[] | null | undefined): EventKind[] | null {
  return stages ? (Object.keys(stageOf) as EventKind[]).filter((kind) => stages.includes(stageOf[kind])) : null;
}

function toEvent(row: TimelineRow): JourneyEvent {
  const { title, detail = null, tone } = wordsOf(row);
  const { kind, at, on, orderId, customerId } = row;
  return { id: `${kind}:${row.ref}`, at, on, stage: stageOf[kind], kind, title, detail, orderId, tone, customerId };
}

/** One page of the timeline of each customer, all in one statement. */
export async function readJourneys(
  db: Queryable,
  customerIds: readonly string[],
  { first, after, stages }: JourneyArguments,
): Promise<Map<string, Page<JourneyEvent>>> {
  const conditions = new Conditions();
  const customers = conditions.bind(customerIds);
  conditions.given(kindsOf(stages), (kinds) => `e.kind = any(${kinds}::text[])`);
  inTime.continueAfter(conditions, after);
  const { rows } = await db.query<TimelineRow>(
    `/* journeys */ select k.customer_id as "customerId", x.* from unnest(${customers}::uuid[]) as k(customer_id) cross join lateral (
       select e.kind, e.rank, e.at, (e.at at time zone e.zone)::date as "on", e.ref, e.order_id as "orderId", e.facts, ${inTime.select}
       from (${eventsOf('k.customer_id')}) e where ${conditions.sql} order by ${inTime.orderBy} limit ${first + 1}) x
     order by x.at, x.rank, x.ref`,
    conditions.values,
  );
  const byCustomer = Map.groupBy(rows, (row) => row.customerId);
  const counts = once(() => countEvents(db, customerIds, stages));
  return new Map(
    customerIds.map((id) => [
      id,
      pageOf(byCustomer.get(id) ?? [], first, {
        cursor: (row) => inTime.cursor(row),
        node: toEvent,
        count: async () => (await counts()).get(id) ?? 0,
      }),
    ]),
  );
}

async function countEvents(
  db: Queryable,
  customerIds: readonly string[],
  stages: JourneyArguments['stages'],
): Promise<Map<string, number>> {
  const conditions = new Conditions();
  const customers = conditions.bind(customerIds);
  conditions.given(kindsOf(stages), (kinds) => `e.kind = any(${kinds}::text[])`);
  const { rows } = await db.query<{ customerId: string; n: number }>(
    `/* count journeys */ select k.customer_id as "customerId", count(*) as n
     from unnest(${customers}::uuid[]) as k(customer_id) cross join lateral (${eventsOf('k.customer_id')}) e where ${conditions.sql} group by 1`,
    conditions.values,
  );
  return new Map(rows.map((row) => [row.customerId, row.n]));
}
