import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useShop } from '../../filters/shop-context.tsx';
import type { PeakForecastQuery } from '../../gql/graphql.ts';
import { forecastQuery } from './queries.ts';

export type Forecast = NonNullable<PeakForecastQuery['peakForecast']>;
export type MeasureForecast = Forecast['measures'][number];

export function useForecast() {
  const { shop } = useShop();
  const { event } = useSearch({ from: '/signed-in/forecast' });
  return useQuery({
    queryKey: ['forecast', shop.code, event],
    queryFn: ({ signal }) => request(forecastQuery, { shop: shop.code, event }, signal),
    placeholderData: keepPreviousData,
  });
}
