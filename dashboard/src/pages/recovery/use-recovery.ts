import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { ValueAtStakeQuery } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { casesQuery, hurtQuery, standingQuery, valueAtStakeQuery } from './queries.ts';

export type Costs = ValueAtStakeQuery['valueAtStake'];

export function useValueAtStake() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['value-at-stake', shop],
    queryFn: async ({ signal }) => (await request(valueAtStakeQuery, { shop }, signal)).valueAtStake,
    placeholderData: keepPreviousData,
  });
}

export function useStanding() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['recovery-standing', shop],
    queryFn: async ({ signal }) => (await request(standingQuery, { shop }, signal)).recoveryStanding,
    placeholderData: keepPreviousData,
  });
}

/** As many as are read at a glance; the rest follows once these are in hand. */
const SHOWN = 20;

export function useHurt() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['hurt-customers', shop],
    enabled: useMayDrill(),
    queryFn: async ({ signal }) => (await request(hurtQuery, { shop, limit: SHOWN }, signal)).hurtCustomers,
    placeholderData: keepPreviousData,
  });
}

export function useRecoveryCases(first: number) {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['recovery-cases', shop, first],
    enabled: useMayDrill(),
    queryFn: async ({ signal }) => (await request(casesQuery, { shop, first, after: null }, signal)).recoveryCases,
    placeholderData: keepPreviousData,
  });
}
