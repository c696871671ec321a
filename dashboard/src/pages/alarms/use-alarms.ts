import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useShop } from '../../filters/shop-context.tsx';
import type { AlarmsQuery, OneAlarmQuery, WatchedFigureQuery } from '../../gql/graphql.ts';
import { alarmQuery, alarmRowsQuery, alarmsQuery, figureQuery } from './queries.ts';

export type Alarms = AlarmsQuery;
export type AlarmLine = Alarms['alarms'][number];
export type Choice = Alarms['watchedFigures'][number];
export type Figure = WatchedFigureQuery['watchedFigures'][number];
export type Alarm = NonNullable<OneAlarmQuery['alarm']>;

export function useAlarms() {
  const { shop } = useShop();
  return useQuery({
    queryKey: ['alarms', shop.code],
    queryFn: ({ signal }) => request(alarmsQuery, { shop: shop.code }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useAlarm(id: string | undefined) {
  return useQuery({
    queryKey: ['alarm', id],
    enabled: id !== undefined,
    queryFn: async ({ signal }) => (await request(alarmQuery, { id: id ?? '' }, signal)).alarm,
    placeholderData: keepPreviousData,
  });
}

export function useFigure(watch: string | undefined) {
  const { shop } = useShop();
  return useQuery({
    queryKey: ['watched-figure', shop.code, watch],
    enabled: watch !== undefined,
    queryFn: async ({ signal }) =>
      (await request(figureQuery, { shop: shop.code, watch: watch ?? '' }, signal)).watchedFigures[0] ?? null,
    placeholderData: keepPreviousData,
  });
}

/** Rows are for who may see rows. */
export function useAlarmRows(id: string, may: boolean) {
  return useQuery({
    queryKey: ['alarm-rows', id],
    enabled: may,
    queryFn: async ({ signal }) => (await request(alarmRowsQuery, { id }, signal)).alarmRows,
  });
}
