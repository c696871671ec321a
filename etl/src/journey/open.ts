import pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { fillTable } from '../kit/publish/fill-table.ts';
import type { DerivedFact } from './fact.ts';
import { parcelScans } from './parcel-scans.ts';
import { addPreparedJourney, besideOrders, prepareJourneyFrom, statisticsOf, SWEEP, toldIn, USUAL } from './refresh.ts';
import { peakDaysOf, wholeShop } from './relations.ts';

/** Unlogged tables for what is made beside the transaction. */
interface Prepared {
  scans: string;
  journey: string;
}

/** Of a shop that has rows in core and no journeys yet: what the scans say, and the orders' journeys, beside the transaction. */
export async function prepareOpening(side: Queryable, shop: string, { scans, journey }: Prepared): Promise<void> {
  const code = pg.escapeLiteral(shop);
  const from = { ...wholeShop(code), shop: code };
  const traits = await toldIn(side, from.mine, code);
  const isScanned = traits.has(parcelScans.reads[0]);
  await side.query(`begin; ${SWEEP};
    create unlogged table ${scans} with (autovacuum_enabled = false) as ${parcelScans.select(from)} ${isScanned ? '' : 'limit 0'};
    commit; analyze ${scans} (customer_id, order_id)`);
  if (isScanned) traits.add('parcel_scans');
  await prepareJourneyFrom(side, { ...from, traits, peakDays: peakDaysOf(code), parcelScans: scans }, journey);
}

/** Everything these journeys are read from is committed, so the transaction makes the facts beside them meanwhile. */
export async function openJourneys(
  tx: Queryable,
  shop: string,
  { scans, journey }: Prepared,
  prepared: Promise<void>,
): Promise<void> {
  const code = pg.escapeLiteral(shop);
  const from = { ...wholeShop(code), shop: code };
  const told = await toldIn(tx, from.mine, code);
  await tx.query(SWEEP);
  for (const fact of besideOrders) if (told.has(fact.reads[0])) await fill(tx, fact, `(${fact.select(from)})`);
  await prepared;
  await fill(tx, parcelScans, scans);
  await addPreparedJourney(tx, journey);
  await tx.query(USUAL);
}

async function fill(tx: Queryable, { table, columns }: DerivedFact, rows: string): Promise<void> {
  const names = columns.join(', ');
  await fillTable(tx, table, `insert into ${table} (${names}) select ${names} from ${rows} made`);
  await tx.query(`analyze ${table} (${statisticsOf(table)})`);
}
