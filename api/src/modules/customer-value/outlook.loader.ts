import { valueModel } from '@rapport/model/findings';
import { Batch } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { readOutlooks, readShopsOf } from './customer-value.reader.ts';
import type { CustomerOutlook } from './customer-value.type.ts';

/** The models of a shop are fitted once for a published state. */
export const outlookOfCustomer: LoaderOf<string, CustomerOutlook | null> = ({ pool, reads, principal }) =>
  new Batch(
    async (ids: readonly string[]) => {
      const found = new Map<string, CustomerOutlook>();
      for (const [shop, customers] of await readShopsOf(reads, ids)) {
        const model = await answersOf(pool).remembered(reads, accessOf(principal), ['valueModel', shop], () =>
          valueModel(reads, shop),
        );
        if (!model) continue;
        for (const { customerId, ...outlook } of await readOutlooks(reads, model, { shop, customers }))
          found.set(customerId, outlook);
      }
      return ids.map((id) => found.get(id) ?? null);
    },
    (id) => id,
  );
