import { loadPages } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { readJourneys } from './journey.reader.ts';
import type { JourneyArguments, JourneyEvent } from './journey.type.ts';

export interface JourneyKey extends JourneyArguments {
  parentId: string;
}

const sameQuestion = ({ first, after, stages, kinds }: JourneyArguments): string =>
  JSON.stringify([first, after ?? null, stages ?? null, kinds ?? null]);

/** Customers of one list are asked the same question, so they share a statement. */
export const journeyOfCustomer: LoaderOf<JourneyKey, Page<JourneyEvent>> = (context) =>
  loadPages((ids, asked: JourneyKey) => readJourneys(context, ids, asked), sameQuestion);
