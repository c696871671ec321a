import { loadMany } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readNotices } from './alert.reader.ts';
import type { AlertNotice } from './alert.type.ts';

export const noticesOfAlert: LoaderOf<string, AlertNotice[]> = (context) =>
  loadMany(
    (ids: readonly string[]) => readNotices(context.entities(), ids),
    (id) => id,
    ({ alertId }) => alertId,
  );
