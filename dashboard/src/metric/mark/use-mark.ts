import { useCallback, useContext } from 'react';

import { cutKey, toggled } from '../../filters/cuts.ts';
import { comparesTime, usePageFilters } from '../../filters/page-filters.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useDrill, type DrillTarget } from '../Drill.tsx';
import { MarkContext } from './mark-context.ts';

type Slice = NonNullable<DrillTarget['slice']>;

/** Leaves over what carries a slice, everywhere in the dashboard; a second time takes that away again. */
export function useCutting() {
  const { cuts, regions, set } = useFilters();
  const filters = usePageFilters();
  return useCallback(
    (slice: Slice) => {
      const keys = cuts.flatMap(({ dimension, values }) => values.map((value) => cutKey(dimension, value)));
      const region = slice.find(({ dimension }) => dimension === 'REGION')?.value ?? undefined;
      const others = slice.filter(({ dimension }) => dimension !== 'REGION');
      const clicked = others.map(({ dimension, value }) => cutKey(dimension, value));
      const chosen = clicked.every((key) => keys.includes(key)) && (region === undefined || regions.join() === region);
      const left = chosen ? keys.filter((key) => !clicked.includes(key)) : toggled(keys, clicked);
      const cut = (): void =>
        set({
          ...(clicked.length > 0 ? { cut: left.length > 0 ? left : undefined } : {}),
          ...(region !== undefined && filters === 'all' ? { region: chosen ? undefined : [region] } : {}),
        });
      return { chosen, cut };
    },
    [cuts, regions, set, filters],
  );
}

/** A click on a mark: cuts the page to its slice or opens its rows; where only one of them can be, that one; undefined where neither. */
export function useMark(metric: string, by: readonly string[]): ((target: DrillTarget) => void) | undefined {
  const drill = useDrill(metric);
  const cutting = useCutting();
  const offer = useContext(MarkContext);
  const can = useCanCut(by);
  const open = useCallback(
    (target: DrillTarget) => {
      const slice = target.slice ?? [];
      const { chosen, cut } = cutting(slice);
      if (!drill) return cut();
      if (!can) return drill(target);
      const slices = slice.map(({ dimension, value }) => cutKey(dimension, value));
      offer({ slices, chosen, onCut: cut, onRows: () => drill(target) });
    },
    [cutting, drill, offer, can],
  );
  return drill || can ? open : undefined;
}

/** Regions have a filter of their own, which not every page obeys. */
function useCanCut(by: readonly string[]): boolean {
  const filters = usePageFilters();
  return comparesTime(filters) && by.length > 0 && by.every((dimension) => dimension !== 'REGION' || filters === 'all');
}

/** Marks that the page is not cut to step back; undefined where it is not cut by this dimension. */
export function useChosen(dimension: string): ReadonlySet<string> | undefined {
  const { cuts } = useFilters();
  const cut = cuts.find((each) => each.dimension === dimension);
  return cut && new Set(cut.values);
}
