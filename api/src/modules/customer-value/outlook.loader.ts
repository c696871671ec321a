import { valueModel } from '@rapport/model/findings';
import { Batch } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { readOutlooks } from './customer-value.reader.ts';
import type { CustomerOutlook } from './customer-value.type.ts';

interface OutlookKey {
  customerId: string;
  shop: string;
}

/** The models of a shop are fitted once for a published state. */
export const outlookOfCustomer: LoaderOf<OutlookKey, CustomerOutlook | null> = ({ pool, reads, principal }) =>
  new Batch(
    async (keys: readonly OutlookKey[]) => {
      const found = new Map<string, CustomerOutlook>();
      for (const [shop, asked] of Map.groupBy(keys, (key) => key.shop)) {
        const model = await answersOf(pool).remembered(reads, accessOf(principal), ['valueModel', shop], () =>
          valueModel(reads, shop),
        );
        if (!model) continue;
        const customers = asked.map(({ customerId }) => customerId);
        for (const { customerId, ...outlook } of await readOutlooks(reads, model, { shop, customers }))
          found.set(customerId, outlook);
      }
      return keys.map(({ customerId }) => found.get(customerId) ?? null);
    },
    ({ customerId }) => customerId,
  );
