import { loadMany, loadOne } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readConsents, readMemberships } from './membership.reader.ts';
import type { Consent, Membership } from './membership.type.ts';

export const membershipOf: LoaderOf<string, Membership | null> = ({ reads }) =>
  loadOne(
    (ids: readonly string[]) => readMemberships(reads, ids),
    (id) => id,
    ({ customerId }) => customerId,
  );

export const consentsOf: LoaderOf<string, Consent[]> = ({ reads }) =>
  loadMany(
    (ids: readonly string[]) => readConsents(reads, ids),
    (id) => id,
    ({ customerId }) => customerId,
  );
