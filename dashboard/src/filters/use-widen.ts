import { useCallback } from 'react';

import { useFilters } from './use-filters.ts';

/** The way out of an empty selection: everything that has been loaded; nothing to offer where that is shown already. */
export function useWiden(): (() => void) | undefined {
  const { period, firstDay, asOf, set } = useFilters();
  const widen = useCallback(() => set({ from: firstDay, to: asOf }), [set, firstDay, asOf]);
  return period.from <= firstDay && period.to >= asOf ? undefined : widen;
}
