import type { Definition } from '../filters/shop-context.tsx';
import type { MetricPart, RowKind } from '../gql/graphql.ts';

export type RowsPage = '/orders' | '/cases' | '/rows';

/** Lists of their own, which tell more; all other rows stand in the list of rows behind figures. */
const pages: Partial<Record<RowKind, RowsPage>> = {
  ORDERS: '/orders',
  ORDER_DEFECTS: '/orders',
  BUYING_DAYS: '/orders',
  CASES: '/cases',
};

/** The page that lists the rows behind a part of a figure; undefined where the figure is not known. */
export function rowsPage(
  definition: Pick<Definition, 'facts'> | undefined,
  part: MetricPart | undefined,
): RowsPage | undefined {
  const kind = part === 'NUMERATOR' ? definition?.facts[0] : definition?.facts.at(-1);
  return kind && (pages[kind] ?? '/rows');
}
