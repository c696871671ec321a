import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { verifyRollups } from '@rapport/model/metrics';
import { differences, dump } from '../faults/dump.ts';
import { ConnectedHouse, ordersOf, ordersSource, ordersTable, ShopDatabase } from './connected-shop.ts';

let loadedBitByBit: ConnectedHouse;
let loadedWhole: ConnectedHouse;
let shop: ShopDatabase;

beforeAll(async () => {
  shop = await ShopDatabase.open();
  [loadedBitByBit, loadedWhole] = [await ConnectedHouse.open(), await ConnectedHouse.open()];
  for (const house of [loadedBitByBit, loadedWhole]) house.secrets.set('SHOP_URL', shop.url);
});
afterAll(async () => {
  await Promise.all([loadedBitByBit.close(), loadedWhole.close(), shop.drop()]);
});

/** Depends on nothing but its seed. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761;
  }

  below(n: number): number {
    this.#state = (this.#state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((this.#state / 2_147_483_648) * n);
  }
}

/** A client of the shop with a transaction that it holds for a while. */
class Clerk {
  #left = 0;

  constructor(
    readonly db: pg.PoolClient,
    readonly dice: Dice,
    readonly own: number,
  ) {}

  /** One step of its life: it begins, writes, waits, and some time later commits, or takes everything back. */
  async step(): Promise<void> {
    if (this.#left === 0) {
      await this.db.query('begin');
      this.#left = 1 + this.dice.below(8);
    }
    const statements = 1 + this.dice.below(3);
    for (let at = 0; at < statements; at++) await this.#write();
    if (--this.#left === 0) await this.db.query(this.dice.below(5) === 0 ? 'rollback' : 'commit');
  }

  async end(): Promise<void> {
    if (this.#left > 0) await this.db.query('commit');
    this.db.release();
  }

  /** Each clerk has orders of its own, so that none waits for another. */
  async #write(): Promise<void> {
    const id = `o${this.own}-${this.dice.below(400)}`;
    const status = ['created', 'shipped', 'delivered'][this.dice.below(3)];
    if (this.dice.below(6) === 0) await this.db.query('delete from orders where id = $1', [id]);
    else
      await this.db.query(
        `insert into orders (id, person, status, placed, changed) values ($1, $2, $3, '2024-01-01 10:00:00+08', now())
         on conflict (id) do update set status = excluded.status, person = excluded.person, changed = excluded.changed,
           version = nextval('versions')`,
        [id, `p${this.dice.below(4)}`, status],
      );
  }
}

const loads = 5;
const provenance = ['file_id', 'file_time', 'record_no', 'row_hash', 'published_at', 'updated_at', 'made_at'];

it.each([
  [1, 'changed', 'cursor: { column: changed, lag: 0 seconds }'],
  [2, 'changed', 'cursor: { column: changed, lag: 0 seconds }'],
  [3, 'version', 'cursor: { column: version, lag: 0 }'],
  [5, 'xmin', 'cursor: { column: xmin }'],
])(
  'seed %i: read by %s at random moments while clerks write and commit late, it ends as a full load does',
  async (seed, by, cursor) => {
    const name = `random_${by}_${seed}`;
    await shop.sql(
      `drop table if exists orders; drop sequence if exists versions; create sequence versions; ${ordersTable}; alter table orders add version bigint default nextval('versions')`,
    );
    const fill = `table: orders\ndelivery: delta\n${cursor}\nkey: id\ndeletes: snapshot`;
    loadedBitByBit.sources.write(
      name,
      ordersSource('postgres: { url: { env: SHOP_URL } }', fill),
      ordersOf(name),
      name,
    );
    loadedWhole.sources.write(
      name,
      ordersSource('postgres: { url: { env: SHOP_URL } }', 'table: orders'),
      ordersOf(name),
      name,
    );
    const dice = new Dice(seed);
    const clerks = await Promise.all(
      [0, 1, 2, 3].map(async (own) => new Clerk(await shop.pool.connect(), new Dice(seed * 10 + own), own)),
    );
    const life = { open: true };
    const working = Promise.all(
      clerks.map(async (clerk) => {
        while (life.open) {
          await clerk.step();
          await sleep(dice.below(200));
        }
        await clerk.end();
      }),
    );
    const use = (house: ConnectedHouse) => vi.stubEnv('RAPPORT_SOURCES', house.sources.folder);
    use(loadedBitByBit);
    for (let at = 0; at < loads; at++) {
      await sleep(dice.below(150));
      await loadedBitByBit.load(name, { allowDeletes: true });
    }
    life.open = false;
    await working;
    await loadedBitByBit.load(name, { allowDeletes: true });
    use(loadedWhole);
    await loadedWhole.load(name, { allowDeletes: true });
    const there = await shop.pool.query<{ id: string; status: string; person: string }>(
      'select id, status, person from orders order by id',
    );
    const live = `select external_id as id, status, (select c.external_id from core.customers c where c.customer_id = o.customer_id) as person
    from core.orders o where shop = '${name}' and deleted_at is null order by 1`;
    expect(await loadedBitByBit.rows(live)).toEqual(there.rows);
    expect(await loadedWhole.rows(live)).toEqual(there.rows);
    const hashes = `select external_id, row_hash::text from core.orders where shop = '${name}' and deleted_at is null order by 1`;
    expect(await loadedBitByBit.rows(hashes)).toEqual(await loadedWhole.rows(hashes));
    const keep = (all: Record<string, string[]>) =>
      Object.fromEntries(
        Object.entries(all).filter(([table]) => table.startsWith('mart.') || table === 'journey.order_journey'),
      );
    const [bits, whole] = [
      await dump(loadedBitByBit.database.pool, provenance),
      await dump(loadedWhole.database.pool, provenance),
    ];
    expect(differences(keep(whole), keep(bits))).toEqual({});
    expect(await verifyRollups(loadedBitByBit.database.pool)).toEqual([]);
  },
);
