import { loadMany, loadOne, loadPages, type OrderKey, type PageKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import {
  readCasesByKey,
  readCasesOfCustomers,
  readCasesOfOrders,
  readEventsOfCases,
  type CaseKey,
} from './case.reader.ts';
import type { CaseEvent, ServiceCase } from './case.type.ts';

export const caseByKey: LoaderOf<CaseKey, ServiceCase | null> = ({ reads }) =>
  loadOne(
    (keys: readonly CaseKey[]) => readCasesByKey(reads, keys),
    (key) => key.id,
    (found) => found.id,
  );

export const casesOfOrder: LoaderOf<OrderKey, ServiceCase[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readCasesOfOrders(reads, keys),
    (key) => key.id,
    (found) => found.orderId ?? '',
  );

export const casesOfCustomer: LoaderOf<PageKey, Page<ServiceCase>> = ({ reads }) =>
  loadPages((ids, page: PageKey) => readCasesOfCustomers(reads, ids, page));

export const eventsOfCase: LoaderOf<CaseKey, CaseEvent[]> = ({ reads }) =>
  loadMany(
    (keys: readonly CaseKey[]) => readEventsOfCases(reads, keys),
    (key) => key.id,
    (event) => event.caseId,
  );
