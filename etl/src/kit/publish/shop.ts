import type pg from 'pg';
import { minorDigits } from '@rapport/model/vocabulary';
import { IngestError } from '../errors/ingest-error.ts';
import type { Source } from '../source/source.ts';

/**
 * Zone and currency are fixed when a shop is created: every day and amount in the house was decided by them. What a point is worth
 * may change; a source that does not say leaves it as it is.
 */
export async function holdShop(tx: pg.Client, { shop }: Source): Promise<void> {
  await tx.query(
    `insert into core.shops as s (shop, title_en, title_zh, zone, currency, point_worth_minor) values ($1, $2, $3, $4, $5, $6::numeric * 10 ^ $7::integer)
     on conflict (shop) do update set title_en = excluded.title_en, title_zh = excluded.title_zh,
       point_worth_minor = coalesce(excluded.point_worth_minor, s.point_worth_minor)`,
    [
      shop.code,
      shop.title.en,
      shop.title.zh,
      shop.zone,
      shop.currency,
      shop.pointWorth ?? null,
      minorDigits(shop.currency),
    ],
  );
  const { rows } = await tx.query<{ zone: string; currency: string }>(
    'select zone, currency from core.shops where shop = $1',
    [shop.code],
  );
  const { zone, currency } = rows[0] ?? { zone: '', currency: '' };
  if (zone !== shop.zone || currency !== shop.currency) {
    throw new IngestError('shop_changed', {
      shop: shop.code,
      zone,
      currency,
      newZone: shop.zone,
      newCurrency: shop.currency,
    });
  }
}
