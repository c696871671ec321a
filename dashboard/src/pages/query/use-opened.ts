import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { request } from '../../api/graphql.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { variablesFor } from './example-file.ts';
import { keptDraft } from '../../session/draft.ts';
import { exampleOf } from './examples.ts';
import { savedQueryQuery, type SavedQuery } from './queries.ts';
import type { QuerySearch } from './search.ts';

/** What is put into the editor, once for each key. */
export interface Opened {
  key: string;
  document: string;
  variables: string;
  saved?: SavedQuery;
}

type Opening = { state: 'loading' } | { state: 'gone' } | { state: 'ready'; opened: Opened | undefined };

function useExample(id: string | undefined): Opened | undefined {
  const { shop, asOf } = useShop();
  return useMemo(() => {
    const example = exampleOf(id);
    if (!example) return undefined;
    const variables = variablesFor(example, { shop: shop.code, asOf });
    return { key: `example ${example.id} ${shop.code}`, document: example.document, variables };
  }, [id, shop.code, asOf]);
}

function useDraft(asked: boolean | undefined): Opened | undefined {
  return useMemo(() => {
    const document = asked ? keptDraft() : null;
    return document === null ? undefined : { key: `draft ${document}`, document, variables: '' };
  }, [asked]);
}

export function useOpened({ saved, example, draft }: QuerySearch): Opening {
  const fromExample = useExample(example);
  const fromPage = useDraft(draft);
  const query = useQuery({
    queryKey: ['saved-query', saved],
    queryFn: async ({ signal }) => (await request(savedQueryQuery, { id: saved ?? '' }, signal)).savedQuery ?? null,
    enabled: saved !== undefined,
  });
  if (saved === undefined) return { state: 'ready', opened: fromPage ?? fromExample };
  if (query.error || query.data === null) return { state: 'gone' };
  if (query.data === undefined) return { state: 'loading' };
  const { id, document, variables } = query.data;
  return {
    state: 'ready',
    opened: { key: `saved ${id}`, document, variables: variables ?? '', saved: query.data },
  };
}
