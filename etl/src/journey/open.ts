import pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { fillTable } from '../kit/publish/fill-table.ts';
import type { DerivedFact } from './fact.ts';
import { parcelScans } from './parcel-scans.ts';
import { addPreparedJourney, besideOrders, prepareJourneyFrom, statisticsOf, SWEEP, toldIn } from './refresh.ts';
import { peakDaysOf, wholeShop } from './relations.ts';

/** Unlogged tables for what is made beside the transaction. */
export interface Prepared {
  scans: string;
  journey: string;
}

/**
 * The journeys of a shop that has rows in core and no journeys yet. Everything they are read from is committed, so `side` puts the
 * orders' journeys together while the transaction makes the facts beside them.
 */
export async function openJourneys(tx: Queryable, side: Queryable, shop: string, into: Prepared): Promise<void> {
  const code = pg.escapeLiteral(shop);
  const from = { ...wholeShop(code), shop: code };
  const told = await toldIn(side, from.mine, code);
  const areScanned = told.has(parcelScans.reads[0]);
  const orders = async (): Promise<void> => {
    if (areScanned) {
      const { scans } = into;
      await side.query(`begin; ${SWEEP};
        create unlogged table ${scans} with (autovacuum_enabled = false) as ${parcelScans.select(from)};
        commit; analyze ${scans} (customer_id, order_id)`);
      told.add('parcel_scans');
    }
    await prepareJourneyFrom(
      side,
      { ...from, traits: told, peakDays: peakDaysOf(code), parcelScans: into.scans },
      into.journey,
    );
  };
  const preparing = orders();
  preparing.catch(() => undefined); // whoever waits for it hears of it
  await tx.query(SWEEP);
  for (const fact of besideOrders) if (told.has(fact.reads[0])) await fill(tx, fact, `(${fact.select(from)})`);
  await preparing;
  if (areScanned) await fill(tx, parcelScans, into.scans);
  await addPreparedJourney(tx, into.journey);
}

async function fill(tx: Queryable, { table, columns }: DerivedFact, rows: string): Promise<void> {
  const names = columns.join(', ');
  await fillTable(tx, table, `insert into ${table} (${names}) select ${names} from ${rows} made`);
  await tx.query(`analyze ${table} (${statisticsOf(table)})`);
}
