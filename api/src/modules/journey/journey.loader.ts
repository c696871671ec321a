import DataLoader from 'dataloader';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { readJourneys } from './journey.reader.ts';
import type { JourneyArguments, JourneyEvent } from './journey.type.ts';

export interface JourneyKey extends JourneyArguments {
  customerId: string;
}

const pageKey = ({ first, after, stages }: JourneyArguments): string =>
  `${first} ${after ?? ''} ${stages?.join() ?? '*'}`;

/** Customers of one list are asked for the same page, so they share a statement; another page is another statement. */
export const journeyOfCustomer: LoaderOf<JourneyKey, Page<JourneyEvent>> = ({ reads }) =>
  new DataLoader<JourneyKey, Page<JourneyEvent>, string>(
    async (keys) => {
      const pages = new Map<string, Map<string, Page<JourneyEvent>>>();
      for (const [id, group] of Map.groupBy(keys, pageKey)) {
        pages.set(
          id,
          await readJourneys(
            reads,
            group.map((key) => key.customerId),
            group[0]!,
          ),
        );
      }
      return keys.map(
        (key) => pages.get(pageKey(key))?.get(key.customerId) ?? new Error('A customer was not asked for.'),
      );
    },
    { cacheKeyFn: (key) => `${key.customerId} ${pageKey(key)}` },
  );
