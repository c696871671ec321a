import { loadMany, loadPages, type OrderKey, type PageKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { readSurveysOfCustomers, readSurveysOfOrders } from './survey.reader.ts';
import type { Survey } from './survey.type.ts';

export const surveysOfOrder: LoaderOf<OrderKey, Survey[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readSurveysOfOrders(reads, keys),
    (key) => key.id,
    (survey) => survey.orderId ?? '',
  );

export const surveysOfCustomer: LoaderOf<PageKey, Page<Survey>> = ({ reads }) =>
  loadPages((ids, page: PageKey) => readSurveysOfCustomers(reads, ids, page));
