import type { Queryable } from '../../schema/index.ts';
import { known, knownNames, type KnownName } from './feeds.ts';
import type { Proof } from './known/known.ts';

/** What a delivery brought: the columns given, by feed; null: any may have been. */
export type Delivered = ReadonlyMap<string, ReadonlySet<string> | null>;

const mayProve =
  (delivered: Delivered | 'everything') =>
  ({ feed, column }: Proof): boolean => {
    if (delivered === 'everything') return true;
    // Customers come to be known by what names them, the shop by its sources: any delivery may have brought such.
    if (feed === null || feed === 'customers') return true;
    const given = delivered.get(feed);
    return given === null || (given !== undefined && (column === null || given.has(column)));
  };

const exists = ({ feed, where }: Proof, rowsOf: (feed: string) => string): string =>
  feed === null
    ? `exists (select from core.shops where shop = $1 and (${where}))`
    : `exists (select from ${rowsOf(feed)} told where shop = $1 and deleted_at is null${where === null ? '' : ` and (${where})`})`;

const heldBy = async (tx: Queryable, shop: string): Promise<Set<string>> =>
  new Set(
    (await tx.query<{ known: string }>('select known from ops.shop_feeds where shop = $1', [shop])).rows.map(
      (row) => row.known,
    ),
  );

/**
 * Writes down what a shop tells for the first time, in the transaction that publishes it. What was told once stays known: from
 * then on nothing told means nothing happened. Looks only for what is still missing and what this delivery may have brought, in
 * `rowsOf` a feed: all its rows, unless the caller knows of fewer that hold whatever is new.
 */
export async function noteFeeds(
  tx: Queryable,
  shop: string,
  delivered: Delivered | 'everything',
  rowsOf: (feed: string) => string = (feed) => `core.${feed}`,
): Promise<void> {
  const held = await heldBy(tx, shop);
  const proofs = (name: KnownName): readonly Proof[] => known[name].anyOf.filter(mayProve(delivered));
  const open = knownNames.filter((name) => !held.has(name) && proofs(name).length > 0);
  if (open.length === 0) return;
  const candidates = open.map(
    (name) =>
      `('${name}', ${proofs(name)
        .map((proof) => exists(proof, rowsOf))
        .join(' or ')})`,
  );
  await tx.query(
    `insert into ops.shop_feeds (shop, known) select $1, c.known from (values ${candidates.join(', ')}) c(known, found) where c.found`,
    [shop],
  );
}

/** Looks through everything of every shop: for a release that knows of more than those before it. */
export async function noteAllFeeds(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ shop: string }>('select shop from core.shops order by shop');
  for (const { shop } of rows) await noteFeeds(db, shop, 'everything');
}
