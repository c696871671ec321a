import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import type { LineageQuery, MetricId, SourceRecordsQuery } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { lineageQuery, sourceRecordsQuery } from './queries.ts';
import type { LineageSearch } from './search.ts';

export type Feed = LineageQuery['lineage']['feeds'][number];
export type SourceRecord = SourceRecordsQuery['lineage']['records'][number];

/** Where the metric of the address comes from in this shop; an address that names none asks for the first of the catalogue. */
export function useLineage() {
  const search: LineageSearch = useSearch({ strict: false });
  const { definitions } = useShop();
  const { shop } = useFilters();
  const may = useMayDrill();
  const definition = definitions.get(search.metric ?? '') ?? [...definitions.values()][0];
  const asked = { metric: (definition?.id ?? '') as MetricId, shop };
  const lineage = useQuery({
    queryKey: ['lineage', asked],
    queryFn: async ({ signal }) => (await request(lineageQuery, asked, signal)).lineage,
    placeholderData: keepPreviousData,
  });
  const records = useQuery({
    queryKey: ['source-records', asked],
    queryFn: async ({ signal }) => (await request(sourceRecordsQuery, asked, signal)).lineage.records,
    enabled: may,
  });
  return { definition, lineage, records };
}
