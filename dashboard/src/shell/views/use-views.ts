import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';

import { request } from '../../api/graphql.ts';
import { homeViewQuery, savedViewsQuery, type SavedView } from './queries.ts';
import { addressOf, isBare } from './view-address.ts';

/** One's own, and those shared with one's role; asked for when somebody looks. */
export const useViews = (enabled: boolean) =>
  useQuery({
    queryKey: ['saved-views'],
    queryFn: async ({ signal }) => (await request(savedViewsQuery, {}, signal)).savedViews.nodes,
    enabled,
  });

/** Opens a view as it was kept: what the page before was filtered by does not come along. */
export function useOpenView(): (view: Pick<SavedView, 'path' | 'search'>) => void {
  const { history } = useRouter();
  return useCallback((view) => history.push(addressOf(view, history.location.search)), [history]);
}

/** Whoever arrives with nothing chosen is led to the view that their role begins with. */
export function useBeginning(): void {
  const { history } = useRouter();
  const [bare] = useState(() => isBare(history.location.pathname, history.location.search));
  const { data: view } = useQuery({
    queryKey: ['home-view'],
    queryFn: async ({ signal }) => (await request(homeViewQuery, {}, signal)).savedViews.nodes[0] ?? null,
    enabled: bare,
    staleTime: Infinity,
  });
  useEffect(() => {
    if (view && isBare(history.location.pathname, history.location.search))
      history.replace(addressOf(view, history.location.search));
  }, [view, history]);
}
