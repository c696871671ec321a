import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

import type { Search } from './search.ts';

/** Changes the address of the page one is on; an undefined value returns to the default. */
export function useSearchChange(): (change: Partial<Search>) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) => void navigate({ to: '.', search: (now: Search) => ({ ...now, ...change }), resetScroll: false }),
    [navigate],
  );
}
