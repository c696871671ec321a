import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { listOf, once } from '../../platform/database/loaders.ts';
import type { Asker } from '../../platform/graphql/context.ts';
import { moneyOrNull } from '../../platform/graphql/money.ts';
import { pageOf, type Page } from '../../platform/graphql/page.ts';
import { stepsOf } from './events/index.ts';
import type { JourneyStage } from './journey.kinds.ts';
import type { JourneyArguments, JourneyEvent } from './journey.type.ts';
import { wordsOf, type Told } from './words/index.ts';

type Place = Pick<JourneyEvent, 'at' | 'on' | 'customerId' | 'orderId' | 'caseId' | 'shipmentId' | 'promisedAt'>;

interface TimelineRow extends Place {
  cursorKeys: string[];
  kind: JourneyEvent['kind'];
  stage: JourneyStage;
  ref: string;
  keptAt: Date | null;
  minor: number | null;
  currency: string;
  seconds: number | null;
  facts: unknown;
}

const inTime = new Keyset('journey', 'ASC', [
  { sql: 'e.at', type: 'timestamptz', alone: true },
  { sql: 'e.rank', type: 'integer' },
  { sql: 'e.ref', type: 'uuid' },
]);

function toEvent(row: TimelineRow): JourneyEvent {
  const { cursorKeys: _, ref, keptAt, minor, currency, seconds, facts, ...event } = row;
  const gapSeconds = keptAt && row.promisedAt ? Math.round((keptAt.getTime() - row.promisedAt.getTime()) / 1000) : null;
  const words: Told = wordsOf({ kind: row.kind, facts, gapSeconds });
  return {
    ...event,
    id: `${row.kind}:${ref}`,
    title: words.title,
    detail: words.detail ?? null,
    tone: words.tone,
    amount: moneyOrNull(minor, currency),
    gapSeconds,
    stageSeconds: seconds,
  };
}

function wanted({ stages, kinds }: JourneyArguments, customerIds: readonly string[]): Conditions {
  const conditions = new Conditions();
  conditions.bind(customerIds);
  return conditions
    .given(stages, (names) => `e.stage = any(${names}::text[])`)
    .given(kinds, (names) => `e.kind = any(${names}::text[])`);
}

/** One page of the timeline of each customer, all in one statement. */
export async function readJourneys(
  { reads, asked: fields }: Asker,
  customerIds: readonly string[],
  asked: JourneyArguments,
): Promise<Map<string, Page<JourneyEvent>>> {
  const conditions = wanted(asked, customerIds);
  const { first, after } = asked;
  inTime.continueAfter(conditions, after);
  const seconds = fields?.get('JourneyEvent')?.has('stageSeconds') ?? true;
  const { rows } = await reads.query<TimelineRow>(
    `/* journeys */ select k.customer_id as "customerId", x.* from ${listOf('uuid')} as k(customer_id) cross join lateral (
       select e.kind, e.stage, e.at, (e.at at time zone e.zone)::date as "on", e.ref, e.order_id as "orderId", e.case_id as "caseId", e.shipment_id as "shipmentId",
         e.minor, e.currency, e.promised as "promisedAt", e.kept as "keptAt", e.seconds, e.facts, ${inTime.select}, e.rank
       from (${stepsOf('k.customer_id', { seconds })}) e where ${conditions.sql} order by ${inTime.orderBy} limit ${first + 1}) x
     order by x.at, x.rank, x.ref`,
    conditions.values,
  );
  const byCustomer = Map.groupBy(rows, (row) => row.customerId);
  const counts = once(() => countEvents(reads, customerIds, asked));
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
  asked: JourneyArguments,
): Promise<Map<string, number>> {
  const conditions = wanted(asked, customerIds);
  const { rows } = await db.query<{ customerId: string; n: number }>(
    `/* count journeys */ select k.customer_id as "customerId", count(*) as n
     from ${listOf('uuid')} as k(customer_id) cross join lateral (${stepsOf('k.customer_id', { seconds: false })}) e where ${conditions.sql} group by 1`,
    conditions.values,
  );
  return new Map(rows.map((row) => [row.customerId, row.n]));
}
