import { useNavigate } from '@tanstack/react-router';
import { useContext } from 'react';

import { cutKey } from '../../filters/cuts.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { SankeyFlow } from '../../charts/index.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { MarkContext } from '../../metric/mark/mark-context.ts';
import { useCutting } from '../../metric/mark/use-mark.ts';
import { OTHERS, pathOf } from './stages.ts';
import { useJourneyChoice } from './use-journey.ts';

interface End {
  column: number;
  key: string;
}

/** The dimension of the page that a node is a value of; what customers said, and whether they came back, is none. */
function dimensionOf({ column, key }: End, segment: string): string | undefined {
  if (column === 0) return key === OTHERS ? undefined : segment;
  if (column !== 1) return undefined;
  return key === 'canceled' ? 'ORDER_STATUS' : 'LATE';
}

/** What can be done with a node or a flow: cut the page to it, or open exactly the orders it counts. */
export function useWays() {
  const { outcome, segment } = useJourneyChoice();
  const { period } = useFilters();
  const may = useMayDrill();
  const navigate = useNavigate();
  const cutting = useCutting();
  const offer = useContext(MarkContext);
  const rowsOf = (ends: readonly End[]) => {
    const path = pathOf(ends, segment, outcome);
    if (!may || !path) return undefined;
    return () => void navigate({ to: '/orders', search: { path, rowsFrom: period.from, rowsTo: period.to } });
  };
  const onNode = (column: number, key: string): void => {
    const end = { column, key };
    const [dimension, rows] = [dimensionOf(end, segment), rowsOf([end])];
    if (!dimension) return rows?.();
    const { chosen, cut } = cutting([{ dimension, value: key }]);
    if (!rows) return cut();
    offer({ slices: [cutKey(dimension, key)], chosen, onCut: cut, onRows: rows });
  };
  const onFlow = ({ column, from, to }: SankeyFlow): void =>
    rowsOf([
      { column, key: from },
      { column: column + 1, key: to },
    ])?.();
  const opensNode = (column: number, key: string): boolean =>
    dimensionOf({ column, key }, segment) !== undefined || (may && key !== OTHERS);
  return { onNode, opensNode, onFlow: may ? onFlow : undefined };
}
