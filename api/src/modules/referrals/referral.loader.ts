import { loadPages, type PageKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { readReferralsOfCustomers } from './referral.reader.ts';
import type { Referral } from './referral.type.ts';

export const referralsOfCustomer: LoaderOf<PageKey, Page<Referral>> = ({ reads }) =>
  loadPages((ids, page: PageKey) => readReferralsOfCustomers(reads, ids, page));
