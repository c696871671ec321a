import type pg from 'pg';
import { keepLater, type Changed } from '@rapport/model/metrics';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';

interface Changes {
  scope: Changed['scope'];
  feeds: readonly ClassifiedFeed[];
  /** Customers became one, or two again. */
  linked: boolean;
}

function hasChanges({ verdicts, gone, moved, deleted, withdrawn }: ClassifiedFeed): boolean {
  const written = [...verdicts.values()].some(({ inserted, updated, healed }) => inserted + updated + healed > 0);
  return written || gone.rows + moved + deleted + withdrawn > 0;
}

/** Keeps the rollups beside those of orders. The second connection reads what is still published, and leaves it in working tables. */
export async function keepFurtherRollups(
  tx: pg.Client,
  side: pg.Client,
  source: Source,
  { scope, feeds, linked }: Changes,
): Promise<void> {
  const changed = feeds.filter(hasChanges).map(({ contract }) => contract.feed);
  const products = changed.includes('products') ? workTable.changes(source, 'products') : null;
  const earlier = { db: side, tableOf: (fact: string) => workTable.earlier(source, fact) };
  await keepLater(tx, earlier, {
    shop: source.shop.code,
    scope,
    feeds: linked ? [...changed, 'customer_links'] : changed,
    products:
      products && scope !== 'shop'
        ? `select c.id from ${products} c where c.op in ('update', 'restore') and c.carries`
        : null,
  });
}
