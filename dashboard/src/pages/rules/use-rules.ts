import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { RuleDefectsQuery, RuleMerchantsQuery, RuleSetsQuery, RuleStandingsQuery } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { ruleDefectsQuery, ruleMerchantsQuery, ruleSetsQuery, ruleStandingsQuery } from './queries.ts';
import type { RulesSearch } from './search.ts';

export type RuleSets = RuleSetsQuery['ruleSets'];
export type Standing = RuleStandingsQuery['ruleStandings'][number];
export type Figure = Standing['figure'];
export type Merchants = RuleMerchantsQuery['ruleMerchants'];
export type Defects = RuleDefectsQuery['ruleDefects'];

const MERCHANTS = 15;
const DEFECTS = 12;

/** What the address says, and how to change it. */
export function useRulesSearch(): { search: RulesSearch; change: (change: RulesSearch) => void } {
  const search: RulesSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: RulesSearch): void =>
    void navigate({ to: '.', search: (now: RulesSearch) => ({ ...now, ...next }), resetScroll: false });
  return { search, change };
}

export function useRuleSets(): UseQueryResult<RuleSets> {
  return useQuery({
    queryKey: ['rule-sets'],
    queryFn: async ({ signal }) => (await request(ruleSetsQuery, {}, signal)).ruleSets,
  });
}

export function useStandings(
  ruleSet: string | undefined,
  { merchant, more, rows }: RulesSearch,
): UseQueryResult<Standing[]> {
  const { shop } = useFilters();
  const variables = { shop, ruleSet: ruleSet ?? '', merchant, more: more ?? 0, rows: rows ?? 0 };
  return useQuery({
    queryKey: ['rule-standings', variables],
    enabled: ruleSet !== undefined,
    queryFn: async ({ signal }) => (await request(ruleStandingsQuery, variables, signal)).ruleStandings,
    placeholderData: keepPreviousData,
  });
}

export function useRuleMerchants(ruleSet: string, rule: string, enabled = true): UseQueryResult<Merchants> {
  const { shop } = useFilters();
  const variables = { shop, ruleSet, rule, first: MERCHANTS };
  return useQuery({
    queryKey: ['rule-merchants', variables],
    enabled,
    queryFn: async ({ signal }) => (await request(ruleMerchantsQuery, variables, signal)).ruleMerchants,
    placeholderData: keepPreviousData,
  });
}

export function useRuleDefects(ruleSet: string, rule: string, merchant: string | undefined): UseQueryResult<Defects> {
  const { shop } = useFilters();
  const variables = { shop, ruleSet, rule, merchant, first: DEFECTS };
  return useQuery({
    queryKey: ['rule-defects', variables],
    enabled: useMayDrill(),
    queryFn: async ({ signal }) => (await request(ruleDefectsQuery, variables, signal)).ruleDefects,
    placeholderData: keepPreviousData,
  });
}
