import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { request } from '../api/graphql.ts';
import { graphql } from '../gql/index.ts';
import type { Dimension, DimensionsQuery } from '../gql/graphql.ts';
import { useFilters } from '../filters/use-filters.ts';
import { useText } from '../i18n/index.ts';

const dimensionsQuery = graphql(`
  query Dimensions {
    dimensionCatalog {
      id
      title {
        en
        zh
      }
      description {
        en
        zh
      }
    }
  }
`);

const valuesQuery = graphql(`
  query DimensionValues($dimension: Dimension!, $shop: String!, $search: String!) {
    dimensionValues(dimension: $dimension, shop: $shop, search: $search, first: 100) {
      value
      label {
        en
        zh
      }
    }
  }
`);

type Named = DimensionsQuery['dimensionCatalog'][number];

/** What the dimensions are called, by code. */
export function useDimensions() {
  const query = useQuery({
    queryKey: ['dimensions'],
    queryFn: async ({ signal }) => (await request(dimensionsQuery, {}, signal)).dimensionCatalog,
    staleTime: Infinity,
  });
  return useMemo(() => new Map<string, Named>(query.data?.map((named) => [named.id, named])), [query.data]);
}

/** "Carrier: Hefeng Express" of each `CARRIER:HF`; the code stands until its name is here, or where it has none. */
export function useSliceNames(slices: readonly string[]): string[] {
  const { shop } = useFilters();
  const { pick, lang } = useText();
  const dimensions = useDimensions();
  const parts = slices.map((slice) => {
    const at = slice.indexOf(':');
    return { dimension: slice.slice(0, at), code: slice.slice(at + 1) };
  });
  const labels = useQueries({
    queries: parts.map(({ dimension, code }) => ({
      queryKey: ['slice-name', shop, dimension, code],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const asked = { dimension: dimension as Dimension, shop, search: code };
        const { dimensionValues } = await request(valuesQuery, asked, signal);
        return dimensionValues.find(({ value }) => value === code)?.label ?? null;
      },
      staleTime: Infinity,
    })),
  });
  return parts.map(({ dimension, code }, at) => {
    const title = dimensions.get(dimension)?.title;
    const label = labels[at]?.data;
    const value = label ? pick(label) : code || '–';
    return title ? `${pick(title)}${lang === 'zh' ? '：' : ': '}${value}` : value;
  });
}
