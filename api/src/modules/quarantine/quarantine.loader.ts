import { loadOne } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readRefusedRows } from './quarantine.reader.ts';
import type { QuarantinedRow } from './quarantine.type.ts';

export const refusedRow: LoaderOf<number, QuarantinedRow | null> = (context) =>
  loadOne(
    (ids: readonly number[]) => readRefusedRows(context.entities(), context.principal.role, ids),
    String,
    ({ id }) => id,
  );
