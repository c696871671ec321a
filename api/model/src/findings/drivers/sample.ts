import { dimensionCondition } from '../../metrics/index.ts';
import type { Queryable } from '../../schema/index.ts';
import { factors, type FactorId } from './factors/index.ts';
import { outcomes } from './outcomes.ts';
import type { DriversRequest } from './types.ts';

/** Orders a fit looks at: more would move the intervals less than the width of a line. */
const ENOUGH = 25_000;
/** Customers are taken by the first byte of their id, which is a hash: whoever is in stays in, with all their orders. */
const PARTS = 256;
const GUESSED_FROM = 4;

export interface Sample {
  /** Part of the customers looked at, 0 to 1. */
  sampled: number;
  population: number;
  asOf: string | null;
  dataVersion: string;
  /** Which of 65,536 blocks a row's customer is in. */
  block: Uint16Array;
  hit: Uint8Array;
  /** Numbers decided by the order's id alone, which is a hash: what chance looks like. */
  noise: number[][];
  columns: { factor: FactorId; values: (number | string | null)[]; applies: boolean[] | null }[];
}

const boundary = (parts: number): string => `${parts.toString(16).padStart(2, '0')}000000-0000-0000-0000-000000000000`;

interface Among {
  sql: string;
  params: unknown[];
}

/** The orders of the question, on `j` and its shop `s`; $1 to $3 are shop and period. */
function amongOf({ shop, outcome, period, where }: DriversRequest): Among {
  const { among, knownAfter } = outcomes[outcome];
  const filter = where?.length ? dimensionCondition(where, 4) : null;
  const params = [shop, period.from, period.to, ...(filter?.params ?? [])];
  const dated = `j.shop = $1 and j.ordered_on between $2::date and $3::date and j.ordered_on + ${knownAfter} <= s.as_of`;
  return { sql: `${dated} and ${among}${filter ? ` and (${filter.sql})` : ''}`, params };
}

const joined = 'journey.order_journey j join core.shops s on s.shop = j.shop';

interface Size {
  orders: number;
  asOf: string | null;
  dataVersion: string;
}

async function sizeOf(db: Queryable, { sql, params }: Among): Promise<Size> {
  const few = `j.customer_id < '${boundary(GUESSED_FROM)}'`;
  const { rows } = await db.query<Size>(
    `/* drivers size */ select (select count(*) from ${joined} where ${sql} and ${few}) as orders,
       (select as_of from core.shops where shop = $1) as "asOf", (select version::text from ops.data_version) as "dataVersion"`,
    params,
  );
  const [row] = rows;
  return {
    orders: ((row?.orders ?? 0) * PARTS) / GUESSED_FROM,
    asOf: row?.asOf ?? null,
    dataVersion: row?.dataVersion ?? '0',
  };
}

/** What hangs on an order is looked up by its key, order by order: of a sample that is cheaper than reading it all. */
const hanging = (contactsBefore: string): string => `
left join lateral (select min(coalesce(r.first_score, r.score)) as score, min(r.answered_at) as answered_at from core.reviews r
  where r.customer_id = j.customer_id and r.order_id = j.order_id and r.deleted_at is null and r.follow_up_of is null and r.source is distinct from 'default') v on true
left join lateral (select max(p.packaging) as packaging, max(p.protection) as protection, coalesce(bool_or(k.shipment_id is not null), false) as scanned,
    bool_or(not k.first_attempt_succeeded) as attempt_failed, max(k.longest_silence_seconds) / 86400.0 as silence_days
  from core.shipments p left join journey.parcel_scans k on k.customer_id = p.customer_id and k.shipment_id = p.id
  where p.customer_id = j.customer_id and p.order_id = j.order_id and p.deleted_at is null) p on true
left join lateral (select count(*)::integer as contacts, coalesce(sum(e.transfers), 0)::integer as transfers,
    extract(epoch from min(e.first_response_at - e.opened_at)) as response_seconds
  from core.service_cases e where j.cases_count > 0 and e.customer_id = j.customer_id and e.order_id = j.order_id and e.deleted_at is null
    and e.case_type <> 'complaint' and e.phase <> 'pre_sale' and e.opened_at < ${contactsBefore}) e on true`;

const NOISE = [0, 2, 10, 12]
  .map((at) => `get_byte(uuid_send(j.order_id), ${at}) * 256 + get_byte(uuid_send(j.order_id), ${at + 1})`)
  .join(', ');
const number = (sql: string): string => `(${sql})::float8`;

function columnsOf(ids: readonly FactorId[]): string {
  return ids
    .flatMap((id, at) => {
      const { kind, sql, applies } = factors[id];
      const value = `${kind === 'choice' ? `(${sql})::text` : number(sql)} as f${at}`;
      const whether = applies ? [`coalesce(${applies.where}, false) as a${at}`] : [];
      return [value, ...whether];
    })
    .join(',\n  ');
}

type Row = Record<string, number | string | boolean | number[] | null>;

const fractionOf = (orders: number): number =>
  orders <= ENOUGH * 1.25 ? PARTS : Math.max(1, Math.round((PARTS * ENOUGH) / orders));

/** The orders of the question with what may go with their outcome; of a large shop those of a part of its customers, always the same ones. */
export async function readSample(db: Queryable, request: DriversRequest, ids: readonly FactorId[]): Promise<Sample> {
  const { sql, contactsBefore } = outcomes[request.outcome];
  const among = amongOf(request);
  const size = await sizeOf(db, among);
  const parts = fractionOf(size.orders);
  const within = parts < PARTS ? `and j.customer_id < '${boundary(parts)}'` : '';
  const { rows } = await db.query<Row>(
    `/* drivers sample */ select get_byte(uuid_send(j.customer_id), 4) * 256 + get_byte(uuid_send(j.customer_id), 5) as block, ${sql} as hit,
  array[${NOISE}] as noise,
  ${columnsOf(ids)}
from ${joined}${hanging(contactsBefore)}
where ${among.sql} ${within} and ${sql} is not null`,
    among.params,
  );
  return {
    sampled: parts / PARTS,
    population: parts < PARTS ? Math.round((rows.length * PARTS) / parts) : rows.length,
    asOf: size.asOf,
    dataVersion: size.dataVersion,
    block: Uint16Array.from(rows, (row) => row['block'] as number),
    hit: Uint8Array.from(rows, (row) => row['hit'] as number),
    noise: rows.map((row) => row['noise'] as number[]),
    columns: ids.map((factor, at) => ({
      factor,
      values: rows.map((row) => row[`f${at}`] as number | string | null),
      applies: factors[factor].applies ? rows.map((row) => row[`a${at}`] as boolean) : null,
    })),
  };
}
