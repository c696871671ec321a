import { loadMany } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readCertificates, readSanctions } from './certificate.reader.ts';
import type { Certificate, Sanction } from './certificate.type.ts';

export const certificatesOfMerchant: LoaderOf<string, Certificate[]> = ({ reads }) =>
  loadMany(
    (ids: readonly string[]) => readCertificates(reads, 'merchant_id', ids),
    (id) => id,
    ({ parentId }) => parentId,
  );

export const certificatesOfProduct: LoaderOf<string, Certificate[]> = ({ reads }) =>
  loadMany(
    (ids: readonly string[]) => readCertificates(reads, 'product_id', ids),
    (id) => id,
    ({ parentId }) => parentId,
  );

export const sanctionsOfMerchant: LoaderOf<string, Sanction[]> = ({ reads }) =>
  loadMany(
    (ids: readonly string[]) => readSanctions(reads, ids),
    (id) => id,
    ({ merchantId }) => merchantId,
  );
