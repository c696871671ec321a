import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { graphql } from '../../gql/index.ts';
import { useText } from '../../i18n/index.ts';

const regionsQuery = graphql(`
  query Regions($shop: String!, $search: String) {
    dimensionValues(dimension: REGION, shop: $shop, search: $search, first: 50) {
      value
      label {
        en
        zh
      }
      orders
    }
  }
`);

/** The regions of the shop, most orders first; of a search, those it finds. */
export function useRegions(search: string, enabled = true) {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['regions', shop, search],
    queryFn: ({ signal }) => request(regionsQuery, { shop, search: search === '' ? null : search }, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The chosen regions as readers call them; a code until their names are here. */
export function useChosenRegions(): string[] {
  const { regions } = useFilters();
  const { pick } = useText();
  const named = useRegions('', regions.length > 0).data?.dimensionValues ?? [];
  const labels = new Map(named.map(({ value, label }) => [value, pick(label)]));
  return regions.map((code) => labels.get(code) ?? code);
}
