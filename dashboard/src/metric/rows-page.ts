import type { Definition } from '../filters/shop-context.tsx';
import type { MetricPart, RowKind } from '../gql/graphql.ts';

export type RowsPage = '/orders' | '/cases';

const pages: Partial<Record<RowKind, RowsPage>> = { ORDERS: '/orders', CASES: '/cases' };

/** The page that lists the rows behind a part of a figure; undefined where no page lists such rows. */
export function rowsPage(
  definition: Pick<Definition, 'facts'> | undefined,
  part: MetricPart | undefined,
): RowsPage | undefined {
  const kind = part === 'NUMERATOR' ? definition?.facts[0] : definition?.facts.at(-1);
  return kind && pages[kind];
}
