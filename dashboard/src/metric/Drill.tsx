import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';

import { useShop } from '../filters/shop-context.tsx';
import type { MetricId, MetricPart } from '../gql/graphql.ts';
import type { DimensionValue, Period } from './types.ts';

export interface DrillTarget {
  metric: string;
  part?: MetricPart;
  period: Period;
  /** The slice's key; a total has none. */
  slice?: readonly Pick<DimensionValue, 'dimension' | 'value'>[];
}

/** The orders page's search for the rows behind a figure; the page's own filters stay in the address. */
export function drillSearch({ metric, part, period, slice }: DrillTarget) {
  return {
    behind: metric as MetricId,
    part,
    rowsFrom: period.from,
    rowsTo: period.to,
    slice: slice && slice.length > 0 ? slice.map((each) => `${each.dimension}:${each.value ?? ''}`) : undefined,
  };
}

/** Executives see aggregates only: for them a figure is text, not a door. */
export const useMayDrill = (): boolean => useShop().viewer.role !== 'EXECUTIVE';

export function DrillLink({
  children,
  className,
  ...target
}: DrillTarget & { children: ReactNode; className?: string }) {
  const may = useMayDrill();
  if (!may) return null;
  return (
    <Link to="/orders" search={drillSearch(target)} className={className}>
      {children}
    </Link>
  );
}

/** Opens the rows behind a point of a chart; undefined for those who may not, so that the chart stays a picture. */
export function useDrill(): ((target: DrillTarget) => void) | undefined {
  const may = useMayDrill();
  const navigate = useNavigate();
  const open = useCallback(
    (target: DrillTarget) => void navigate({ to: '/orders', search: drillSearch(target) }),
    [navigate],
  );
  return may ? open : undefined;
}
