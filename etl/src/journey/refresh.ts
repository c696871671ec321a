import pg from 'pg';
import { rollupMaintenance } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { fillTable } from '../kit/publish/fill-table.ts';
import { caseSequels } from './case-sequels.ts';
import type { DerivedFact } from './fact.ts';
import { journeyColumns, orderJourneySelect } from './order-journey.ts';
import { parcelScans } from './parcel-scans.ts';
import {
  furtherTables,
  journeyTables,
  peakDaysOf,
  toldBy,
  traitQuestions,
  wholeShop,
  type JourneyInputs,
  type JourneyRelations,
  type JourneyTable,
  type Trait,
} from './relations.ts';
import { productViews, visitJourney } from './visits.ts';

/** Which customers' journeys are made anew: those in the temp table affected_customers, or all of one shop. */
export type JourneyScope = 'affected' | 'shop';

/** Facts that the order's journey does not read. */
export const besideOrders: readonly DerivedFact[] = [caseSequels, visitJourney, productViews];
/** In the order they are made: the order's journey reads what the scans say. */
const facts: readonly DerivedFact[] = [parcelScans, ...besideOrders];

/** What the planner cannot know of rows written a moment ago: few customers are looked up by index, a whole shop is never looped over. */
const LOOK_UP = `set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_nestloop = on`;
export const SWEEP = `set local enable_hashjoin = on; set local enable_mergejoin = on; set local enable_nestloop = off; set local enable_hashagg = off`;
export const USUAL = `set local enable_nestloop = on; set local enable_hashagg = on`;
/** A journey that is prepared is one without calendar and scans: see `preparable`. */
const UNTOLD = { peakDays: '', parcelScans: '' };
const names = journeyColumns.join(', ');
const orderJourney: Remade = {
  table: 'journey.order_journey',
  key: ['customer_id', 'order_id'],
  columns: journeyColumns,
};
const keptForRollups = (standing: string): string =>
  rollupMaintenance.keepChanged({
    before: `${standing} s join pg_temp.differing d on d.place = s.place`,
    after: 'pg_temp.differing s where not s.gone',
    alias: 's',
    columns: journeyColumns,
  });
/** The columns a planner asks about. Statistics of all, with their arrays, take five times as long; autovacuum makes them later. */
const STATISTICS =
  'customer_id, order_id, shop, identified, status, valid, ordered_on, delivered_on, promised_on, region_code, carrier_code, service_level, lateness, delay_bucket, first_or_repeat, loyalty, tier, peak, prev_on, prev2_on, next_on, valid_prev_on, valid_prev2_on, valid_next_on, valid_first_of_day';
export const statisticsOf = (table: string) =>
  facts.some((fact) => fact.table === table) ? 'customer_id, shop' : STATISTICS;
const AFFECTED = 'customer_id in (select customer_id from affected_customers)';

/** Feeds that say whose rows are, or whether he is known: with one of them every fact may change. */
const ofEveryFact: readonly string[] = ['customers', 'orders', 'customer_links'];

export interface RefreshOptions {
  /** Feeds that brought something. */
  changed?: readonly string[] | undefined;
  /** Where the orders' journeys in scope were put down as they stand: see `keepStanding`. */
  standing?: string | undefined;
}

/**
 * Makes the journeys in scope anew, and the facts beside them. Of a whole shop, facts that read none of the changed feeds stay as
 * they are. Returns the tables whose live rows are at hand in `liveRows`.
 */
export async function refreshJourney(
  tx: Queryable,
  scope: JourneyScope,
  shop: string,
  { changed = ofEveryFact, standing }: RefreshOptions = {},
): Promise<ReadonlySet<JourneyTable>> {
  const code = pg.escapeLiteral(shop);
  const gathered = scope === 'affected' ? await gatherAffected(tx) : null;
  const relations = wholeShop(code);
  const { zone } = relations;
  const mine = (table: JourneyTable) => {
    if (!gathered) return relations.mine(table);
    return gathered.has(table) ? liveRows(table) : `(select * from core.${table} limit 0)`;
  };
  const where = scope === 'affected' ? AFFECTED : `shop = ${code}`;
  const told = await toldIn(tx, mine, code);
  for (const fact of facts) {
    const isTold = told.has(fact.reads[0]);
    if (isTold && fact === parcelScans) told.add('parcel_scans');
    if (scope === 'shop' && ![...ofEveryFact, ...fact.reads].some((feed) => changed.includes(feed))) continue;
    const made = isTold ? fact.select({ mine, shop: code, zone }) : null;
    await remake(tx, fact, where, made, scope);
  }
  const order = orderJourneySelect({
    ...relations,
    mine,
    traits: told,
    peakDays: peakDaysOf(code),
    parcelScans: await scansInScope(tx, scope, where, told.has('parcel_scans')),
  });
  await remake(tx, orderJourney, where, order, scope, standing);
  await tx.query(USUAL);
  return gathered ?? new Set();
}

export const liveRows = (table: JourneyTable): string => `live_${table}`;

/** What the rows in scope tell; whether the scans do is known once they are put together. */
export const toldIn = (db: Queryable, mine: JourneyRelations['mine'], shop: string): Promise<Set<Trait>> =>
  toldBy(db, {
    ...Object.fromEntries(furtherTables.map((table) => [table, `${mine(table)} live`])),
    ...traitQuestions(mine),
    calendar_events: `core.calendar_events where shop = ${shop}`,
  });

type Remade = Pick<DerivedFact, 'table' | 'key' | 'columns'>;

/** Of a whole shop: all rows anew. Of some customers: only what differs is written, for every row written costs pages of log. */
async function remake(
  tx: Queryable,
  fact: Remade,
  where: string,
  made: string | null,
  scope: JourneyScope,
  standing?: string,
): Promise<void> {
  const { table } = fact;
  const columns = fact.columns.join(', ');
  if (scope === 'affected') {
    if (made === null) await tx.query(`${LOOK_UP}; delete from ${table} where ${where}; ${SWEEP}`);
    else await tx.query(differences(fact, made, standing));
    return;
  }
  await tx.query(`${LOOK_UP}; delete from ${table} where ${where}; ${SWEEP}`);
  if (made === null) return;
  await tx.query(`insert into ${table} (${columns}) select ${columns} from (${made}) made`);
  await tx.query(`analyze ${table} (${statisticsOf(table)})`);
}

/**
 * Rows that are no more, rows that changed, rows that are new. What stands is read once, and found again by its place; the kept rows
 * stay where they lie, and their index entries with them. What the rollups must take out and put in is kept for them.
 */
function differences(fact: Remade, made: string, standing?: string): string {
  const { table, key, columns } = fact;
  const all = columns.join(', ');
  const of = (alias: string) => columns.map((name) => `${alias}.${name}`).join(', ');
  const sameKey = key.map((name) => `s.${name} = m.${name}`).join(' and ');
  const [first = ''] = key;
  const found = 'pg_temp.differing d where t.ctid = d.place';
  const before = standing ?? 'pg_temp.standing';
  const look = `create temp table standing on commit drop as ${standingOf(fact, 'affected_customers')};`;
  return `${LOOK_UP}; ${standing ? '' : look}
    ${SWEEP}; set local enable_hashagg = on;
    create temp table differing on commit drop as select s.place, m.${first} is null as gone, ${of('m')}
      from ${before} s full join (${made}) m on ${sameKey}
      where s.place is null or m.${first} is null or (${of('s')}) is distinct from (${of('m')}) order by s.place;
    ${fact === orderJourney ? `set local enable_mergejoin = off; ${keptForRollups(before)}` : ''} ${LOOK_UP};
    delete from ${table} t using ${found} and d.gone;
    update ${table} t set (${all}) = row(${of('d')}) from ${found} and not d.gone;
    insert into ${table} (${all}) select ${of('d')} from pg_temp.differing d where d.place is null order by ${key.map((name) => `d.${name}`).join(', ')};
    drop table ${standing ? '' : 'pg_temp.standing, '}pg_temp.differing; ${SWEEP}`;
}

const standingOf = ({ table, columns }: Remade, customers: string): string =>
  `select t.ctid as place, ${columns.map((name) => `t.${name}`).join(', ')} from ${customers} a join ${table} t on t.customer_id = a.customer_id`;

/**
 * Puts the orders' journeys of some customers down, each with its place, while the transaction that will change them still writes
 * core. Its rows keep their places until then: only whoever rewrites the whole table could move them, and must not get in between.
 */
export async function keepStanding(side: Queryable, customers: string, into: string): Promise<void> {
  await side.query(`begin; ${LOOK_UP};
    create unlogged table ${into} with (autovacuum_enabled = false) as ${standingOf(orderJourney, customers)}; commit`);
}

/** From now on until the transaction ends, rows of journeys stay where they lie. */
export const holdPlaces = async (tx: Queryable): Promise<void> =>
  void (await tx.query(`lock table ${orderJourney.table} in row exclusive mode`));

/** What the scans say of the parcels in scope; the order's journey reads it. */
async function scansInScope(tx: Queryable, scope: JourneyScope, where: string, areTold: boolean): Promise<string> {
  if (scope === 'shop' || !areTold) return `(select * from journey.parcel_scans where ${where})`;
  await tx.query(`${LOOK_UP}; create temp table live_parcel_scans on commit drop as
    select s.* from affected_customers a join journey.parcel_scans s on s.customer_id = a.customer_id; ${SWEEP}`);
  return 'live_parcel_scans';
}

/** Live rows of the affected customers, looked up by index, of every table that has any row; returns those tables. */
async function gatherAffected(tx: Queryable): Promise<Set<JourneyTable>> {
  const filled = await toldBy(tx, Object.fromEntries(journeyTables.map((table) => [table, `core.${table}`])));
  const tables = journeyTables.filter((table) => filled.has(table));
  const scripts = tables.map(
    (table) => `create temp table live_${table} on commit drop as
      select t.* from affected_customers a join core.${table} t on t.customer_id = a.customer_id where t.deleted_at is null`,
  );
  await tx.query([LOOK_UP, ...scripts].join(';\n'));
  return new Set(tables);
}

/** Feeds that shape journeys in ways only core can tell: a first load that brings one of them makes its journeys from core. */
const fromCoreOnly: ReadonlySet<string> = new Set([...furtherTables, 'calendar_events']);

/** May the journeys of a first load with these feeds be prepared beside the transaction? */
export const preparable = (feeds: readonly string[]): boolean => !feeds.some((feed) => fromCoreOnly.has(feed));

/** Makes journeys beside the publishing transaction, from rows that are not in core yet, into an unlogged table. */
export async function prepareJourney(side: Queryable, relations: JourneyRelations, into: string): Promise<void> {
  const traits = await toldBy(side, traitQuestions(relations.mine));
  await prepareJourneyFrom(side, { ...relations, traits, ...UNTOLD }, into);
}

export async function prepareJourneyFrom(side: Queryable, inputs: JourneyInputs, into: string): Promise<void> {
  await side.query(`begin; ${SWEEP};
    create unlogged table ${into} with (autovacuum_enabled = false) as select ${names} from (${orderJourneySelect(inputs)}) made;
    commit; analyze ${into} (${STATISTICS})`);
}

/** Publishes prepared journeys; only for a shop that had none. */
export async function addPreparedJourney(tx: Queryable, prepared: string): Promise<void> {
  await fillTable(
    tx,
    'journey.order_journey',
    `insert into journey.order_journey (${names}) select ${names} from ${prepared}`,
  );
  await tx.query(`analyze journey.order_journey (${STATISTICS})`);
}
