import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { addDays, daysIn } from '../../filters/days.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { Dimension, DimensionFilter, TextSliceInput } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { sayingsQuery, subjectsQuery, toneQuery, wordsQuery } from './queries.ts';
import { slicesOf, type Slices } from './slices.ts';
import type { WordsSearch } from './search.ts';

/** The page's filters as conditions on texts. */
function useFilterWhere(): DimensionFilter[] {
  const { regions, cuts } = useFilters();
  return [
    ...(regions.length > 0 ? [{ dimension: 'REGION' as const, in: [...regions] }] : []),
    ...cuts.map(({ dimension, values }) => ({ dimension: dimension as Dimension, in: values })),
  ];
}

export function useWordsSearch(): WordsSearch {
  return useSearch({ strict: false });
}

/** The two sides that are compared, under the page's filters. */
export function useSlices(): Slices {
  const { shop, period } = useFilters();
  const where = useFilterWhere();
  const { against } = useWordsSearch();
  const days = daysIn(period);
  const before = { from: addDays(period.from, -days), to: addDays(period.from, -1) };
  return slicesOf(against ?? 'bad', { shop, period, before, where });
}

export function useTexts() {
  const { texts } = useWordsSearch();
  return texts ? [texts] : null;
}

export function useWords() {
  const { these, those } = useSlices();
  const texts = useTexts();
  return useQuery({
    queryKey: ['words', texts, these, those],
    queryFn: async ({ signal }) => (await request(wordsQuery, { texts, these, those }, signal)).distinguishingWords,
    placeholderData: keepPreviousData,
  });
}

/** What the texts of the period speak of, against the days before. */
export function useSubjects() {
  const { shop, period } = useFilters();
  const where = useFilterWhere();
  const texts = useTexts();
  const days = daysIn(period);
  const those = { shop, where, period: { from: addDays(period.from, -days), to: addDays(period.from, -1) } };
  const these = { shop, where, period };
  return useQuery({
    queryKey: ['text subjects', texts, these, those],
    queryFn: async ({ signal }) => (await request(subjectsQuery, { texts, these, those }, signal)).textSubjects,
    placeholderData: keepPreviousData,
  });
}

export function useTone() {
  const { shop, period } = useFilters();
  const these = { shop, period, where: useFilterWhere() };
  return useQuery({
    queryKey: ['text tone', these],
    queryFn: async ({ signal }) => (await request(toneQuery, { these }, signal)).textTone ?? null,
    placeholderData: keepPreviousData,
  });
}

const SHOWN = 8;

/** Sentences of a word are read on the side it stands out on; those of an aspect or topic, in all of the period. */
export function useSayings(said: string, slice: TextSliceInput) {
  const texts = useTexts();
  const may = useMayDrill();
  const at = said.indexOf(':');
  const [kind, code] = [said.slice(0, at), said.slice(at + 1)];
  const subject = kind === 'word' ? { term: code } : kind === 'aspect' ? { aspect: code } : { topic: code };
  return useQuery({
    queryKey: ['sayings', texts, slice, said],
    enabled: may,
    queryFn: async ({ signal }) =>
      (await request(sayingsQuery, { texts, slice, first: SHOWN, ...subject }, signal)).sayings,
    placeholderData: keepPreviousData,
  });
}
