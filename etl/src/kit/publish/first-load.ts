import pg from 'pg';
import { rollupMaintenance } from '@rapport/model/metrics';
import { addPreparedJourney, prepareJourney } from '../../journey/refresh.ts';
import type { JourneyRelations, JourneyTable } from '../../journey/relations.ts';
import type { FeedName } from '../feeds/names.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';

/**
 * The first load of a shop. Nothing of it is published, so the staged changes are all there will be: journeys and rollups are made
 * from them on the second connection while the transaction still writes core, and the transaction then only copies them in.
 */
export class FirstLoad {
  readonly #source: Source;
  readonly #journey: Promise<void>;
  readonly #rollups: Promise<void>;

  constructor(side: pg.Client, source: Source, feeds: readonly ClassifiedFeed[]) {
    this.#source = source;
    const journey = workTable.journey(source);
    this.#journey = prepareJourney(side, stagedRelations(source, feeds), journey);
    this.#rollups = this.#journey.then(() => rollupMaintenance.prepare(side, journey, this.#contribution));
    this.#rollups.catch(() => undefined); // whoever waits for them hears of it
  }

  readonly #contribution = (rollup: string): string => workTable.contribution(this.#source, rollup);

  async addJourney(tx: pg.Client): Promise<void> {
    await this.#journey;
    await addPreparedJourney(tx, workTable.journey(this.#source));
  }

  async addRollups(tx: pg.Client): Promise<void> {
    await rollupMaintenance.addChains(tx, workTable.journey(this.#source), this.#source.shop.code);
    await this.#rollups;
    await rollupMaintenance.addPrepared(tx, this.#contribution);
  }
}

/** The change tables in the shape of the core tables they are about to become, placeholders for unknown parents among them. */
function stagedRelations(source: Source, feeds: readonly ClassifiedFeed[]): JourneyRelations {
  const has = (name: FeedName) => feeds.some(({ feed }) => feed.feed === name);
  const inserted = (name: FeedName) =>
    `(select c.*, ${pg.escapeLiteral(source.shop.code)} as shop from ${workTable.changes(source, name)} c where c.op = 'insert')`;
  const rowsOf = (name: FeedName & JourneyTable) =>
    has(name) ? inserted(name) : `(select * from core.${name} limit 0)`;
  const guests = has('orders')
    ? `(select customer_id, false as identified from ${rowsOf('orders')} o where o.customer_ref is null)`
    : '(select null::uuid as customer_id, false as identified where false)'; // core.customers itself is locked by the transaction
  const known = `select id, external_id from ${workTable.changes(source, 'merchants')}`;
  const isKnown = has('merchants')
    ? `exists (select from ${workTable.changes(source, 'merchants')} m where m.id = i.merchant_id)`
    : 'false';
  const named = `select distinct merchant_id as id, merchant_ref as external_id from ${inserted('order_items')} i where merchant_id is not null and not ${isKnown}`;
  return {
    mine: (table) => (table === 'customers' ? guests : rowsOf(table)),
    products: has('products') ? workTable.changes(source, 'products') : '(select * from core.products limit 0)',
    merchants: `(${[...(has('merchants') ? [known] : []), ...(has('order_items') ? [named] : [])].join(' union all ') || 'select id, external_id from core.merchants limit 0'})`,
    zone: pg.escapeLiteral(source.shop.zone),
  };
}
