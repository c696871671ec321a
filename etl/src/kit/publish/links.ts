import pg from 'pg';
import { namesCustomer, ownCustomer, parentsOf, type FeedContract } from '../feeds/contract.ts';
import type { Note } from '../run/note.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';

const SHOWN = 5;

export interface Links {
  /** Some customer of the shop is, was or becomes another one. */
  any: boolean;
  /** Customers whose rows belong to somebody else from now on. */
  changed: number;
  notes: Note[];
}

/**
 * Where each linked customer's chain ends: as published, and with this run's links. Links on a circle are refused, all of them: which
 * one came last says nothing about which is wrong.
 */
export async function resolveLinks(side: pg.Client, source: Source, links: ClassifiedFeed | null): Promise<Links> {
  const shop = pg.escapeLiteral(source.shop.code);
  const table = workTable.links(source);
  const { rows } = await side.query<{ any: boolean }>(
    `select ${links !== null} or exists (select from core.customer_links where shop = ${shop} and deleted_at is null) as any`,
  );
  if (!rows[0]?.any) return { any: false, changed: 0, notes: [] };
  if (!links) {
    await side.query(`create unlogged table ${table} as
      select customer_id, final_customer_id as old_final_customer_id, final_customer_id, refused from core.customer_links where shop = ${shop}`);
    await side.query(`analyze ${table}`);
    return { any: true, changed: 0, notes: [] };
  }
  await side.query(directLinks(source, links, shop));
  await side.query(
    `update ${table} set refused = 'circle' where customer_id in (${walk(table)} select start from walk where at = start)`,
  );
  await side.query(`update ${table} l set final_customer_id = ended.at from (
    ${walk(table)} select distinct on (start) start, at from walk order by start, step desc) ended where ended.start = l.customer_id`);
  await side.query(`analyze ${table}`);
  const { rows: counted } = await side.query<{ changed: string }>(
    `select count(*) as changed from (${relinked(source)}) r`,
  );
  return { any: true, changed: Number(counted[0]?.changed ?? 0), notes: await circles(side, source) };
}

/** The direct links that hold after this run; one that is withdrawn keeps its row, leading nowhere. */
function directLinks(source: Source, { gone }: ClassifiedFeed, shop: string): string {
  const isGone =
    gone.rows > 0 ? `exists (select from ${workTable.gone(source, 'customer_links')} g where g.id = t.id)` : 'false';
  return `create unlogged table ${workTable.links(source)} as
    select coalesce(c.customer_id, t.customer_id) as customer_id, t.final_customer_id as old_final_customer_id, null::uuid as final_customer_id,
      case when c.op in ('delete', 'stay', 'absent') then null when c.id is not null then c.into_customer_id when t.deleted_at is null and not ${isGone} then t.into_customer_id end as into_customer_id,
      null::text as refused
    from (select * from ${workTable.changes(source, 'customer_links')} where op <> 'superseded') c
    full join (select * from core.customer_links where shop = ${shop}) t on t.id = c.id`;
}

/** Every step from every linked customer; a walk that meets a customer again ends there. */
function walk(table: string): string {
  return `with recursive walk (start, at, step) as (
      select customer_id, into_customer_id, 1 from ${table} where into_customer_id is not null and refused is null
      union all
      select w.start, l.into_customer_id, w.step + 1 from walk w join ${table} l on l.customer_id = w.at
      where l.into_customer_id is not null and l.refused is null and w.at <> w.start
    ) cycle at set met using path`;
}

/** Customers whose rows belong to somebody else from now on: as named, until now, from now on. */
export function relinked(source: Source): string {
  return `select customer_id, coalesce(old_final_customer_id, customer_id) as old_customer_id, coalesce(final_customer_id, customer_id) as new_customer_id
    from ${workTable.links(source)} where old_final_customer_id is distinct from final_customer_id`;
}

async function circles(side: pg.Client, source: Source): Promise<Note[]> {
  const { rows } = await side.query<{ external_id: string; n: string }>(
    `select c.external_id, count(*) over () as n from ${workTable.changes(source, 'customer_links')} c
     join ${workTable.links(source)} l on l.customer_id = c.customer_id where l.refused is not null order by 1 limit ${SHOWN}`,
  );
  const [first] = rows;
  if (!first) return [];
  const named = rows.map(({ external_id: id }) => id);
  const more = Number(first.n) > SHOWN;
  return [
    {
      code: 'customer_links_circle',
      en: `${first.n} customer links form circles and are not followed: ${named.join(', ')}${more ? ', …' : ''}. Deliver them so that each chain ends.`,
      zh: `${first.n} 条顾客关联形成环路，未予采用：${named.join('、')}${more ? ' 等' : ''}。请修正，使每条关联链都有终点。`,
    },
  ];
}

/** Staged rows that name a linked customer belong to the one at the end of the chain, and remember whom they named. */
export async function followLinks(side: pg.Client, source: Source, contract: FeedContract): Promise<void> {
  if (!namesCustomer(contract)) return;
  const column = ownCustomer(contract);
  const own = parentsOf(contract).map(({ into }) => `and s.${into} is null`);
  await side.query(
    `update ${workTable.staged(source, contract.feed)} s set named_customer_id = s.${column}, ${column} = l.final_customer_id
     from ${workTable.links(source)} l where l.customer_id = s.${column} and l.final_customer_id is not null ${own.join(' ')}`,
  );
}

/** Stores where every chain ends, on the links and on the customers they give up. */
export async function storeLinks(tx: pg.Client, source: Source): Promise<void> {
  const table = workTable.links(source);
  await tx.query(
    `update core.customer_links t set final_customer_id = l.final_customer_id, refused = l.refused from ${table} l
     where t.shop = ${pg.escapeLiteral(source.shop.code)} and t.customer_id = l.customer_id
       and (t.final_customer_id, t.refused) is distinct from (l.final_customer_id, l.refused)`,
  );
  await tx.query(
    `update core.customers t set merged_into = l.final_customer_id from ${table} l
     where t.customer_id = l.customer_id and t.merged_into is distinct from l.final_customer_id`,
  );
}
