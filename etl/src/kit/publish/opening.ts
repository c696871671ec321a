import type pg from 'pg';
import { recordFigures, rollupMaintenance } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { openJourneys, prepareOpening } from '../../journey/open.ts';
import { Connections, requireSchema } from '../run/connections.ts';
import { holdPublishing, WAIT_TO_PUBLISH_MS } from './publishing-lock.ts';

/**
 * A shop without today whose facts wait for their journeys: its first systems were loaded one after the other, and what each
 * would have made anew was left until all are there. Told by the rows themselves, so a process killed in between leaves it to be found.
 */
const awaiting = (shop: string): string => {
  const lacks = (facts: string, made: string) =>
    `exists (select from core.${facts} where shop = ${shop} and deleted_at is null) and not exists (select from journey.${made} where shop = ${shop})`;
  return `${lacks('orders', 'order_journey')} or ${lacks('touchpoints', 'visit_journey')} or ${lacks('service_cases', 'case_sequels')}`;
};

/** Shops of which figures tell nothing yet, though their rows are there. */
async function unopened(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ shop: string }>(
    `select s.shop from core.shops s where s.as_of is null and (${awaiting('s.shop')}) order by 1`,
  );
  return rows.map(({ shop }) => shop);
}

export const isUnopened = async (db: Queryable, shop: string): Promise<boolean> => (await unopened(db)).includes(shop);

/** Makes journeys and figures of every shop that waits for them, each in one transaction: readers see nothing of it, or all. Returns the shops. */
export async function openShops(databaseUrl: string, signal?: AbortSignal): Promise<string[]> {
  const connections = new Connections(databaseUrl, signal);
  const stop = (): void => void connections.closeAll();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const tx = await connections.open('opening');
    await requireSchema(tx);
    const opened = await unopened(tx);
    if (opened.length > 0 || (await leftBehind(tx)).length > 0) {
      const side = await connections.open('opening beside');
      await holding(tx, side, () => clear(tx));
      for (const shop of opened) await holding(tx, side, () => open(tx, side, shop));
    }
    return opened;
  } finally {
    signal?.removeEventListener('abort', stop);
    await connections.closeAll();
  }
}

async function holding(tx: pg.Client, side: pg.Client, work: () => Promise<void>): Promise<void> {
  await tx.query('begin');
  try {
    await holdPublishing(tx, side, 'opening', WAIT_TO_PUBLISH_MS);
    await work();
    await tx.query('commit');
  } catch (error) {
    await tx.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function open(tx: pg.Client, side: pg.Client, shop: string): Promise<void> {
  if (!(await isUnopened(tx, shop))) return;
  await makeEverything(tx, side, shop);
  await clear(tx);
}

/** Working tables of whoever failed or was killed while he opened a shop; who holds the publishing lock knows that they are nobody's. */
async function leftBehind(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select format('landing.%I', relname) as name from pg_class
     where relnamespace = 'landing'::regnamespace and relkind = 'r' and starts_with(relname, '${PREFIX}')`,
  );
  return rows.map(({ name }) => name);
}

async function clear(db: Queryable): Promise<void> {
  const names = await leftBehind(db);
  if (names.length > 0) await db.query(`drop table ${names.join(', ')}`);
}

/** As the first load of a shop does it, from core instead of what is staged. */
async function makeEverything(tx: pg.Client, side: pg.Client, shop: string): Promise<void> {
  const into = { scans: tableOf(shop, 'scans'), journey: tableOf(shop, 'journey') };
  const contribution = (rollup: string): string => tableOf(shop, rollup);
  const journeys = prepareOpening(side, shop, into);
  const rollups = journeys.then(() => rollupMaintenance.prepare(side, into.journey, contribution));
  rollups.catch(() => undefined); // whoever waits for them hears of it
  await openJourneys(tx, shop, into, journeys);
  await tx.query(
    'update core.shops set as_of = (select max(ordered_on) from journey.order_journey where shop = $1) where shop = $1',
    [shop],
  );
  await rollupMaintenance.addChains(tx, into.journey, shop);
  await rollups;
  await rollupMaintenance.addPrepared(tx, contribution);
  await rollupMaintenance.leaveLater(tx);
  await tx.query(`analyze ${rollupMaintenance.tables.join(', ')}`);
  await tellFigures(tx, shop);
}

/** The run that brought the last rows is the one that figures are told of. */
async function tellFigures(tx: pg.Client, shop: string): Promise<void> {
  const { rows } = await tx.query<{ run: string }>(
    `with told as (update ops.data_version set version = version + 1, published_at = now() returning version),
       notified as (select pg_notify('rapport_data', version::text) from told)
     select max(last_run_id)::text as run from ops.feed_state, notified where shop = $1`,
    [shop],
  );
  const runId = rows[0]?.run;
  if (runId) await recordFigures(tx, { runId, shop });
}

/** No source is called that, so no run drops it. */
const PREFIX = '___opening_';
const tableOf = (shop: string, what: string): string =>
  `landing."${PREFIX}${what.replace('mart.', '')}_${shop.replaceAll('"', '')}"`;
