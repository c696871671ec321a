import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, type ReactNode } from 'react';

import { useShop } from '../filters/shop-context.tsx';
import type { MetricId, MetricPart } from '../gql/graphql.ts';
import { useText } from '../i18n/index.ts';
import { rowsPage } from './rows-page.ts';
import type { DimensionValue, Period } from './types.ts';

export interface DrillTarget {
  metric: string;
  part?: MetricPart;
  period: Period;
  /** The slice's key; a total has none. */
  slice?: readonly Pick<DimensionValue, 'dimension' | 'value'>[];
}

/** A list's search for the rows behind a figure; the page's own filters stay in the address. */
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

/** A link that names its place; nothing where the reader may not see rows or no page lists them. */
export function DrillLink({
  children,
  className,
  ...target
}: DrillTarget & { children?: ReactNode; className?: string | undefined }) {
  const may = useMayDrill();
  const { definitions } = useShop();
  const { t } = useText();
  const page = rowsPage(definitions.get(target.metric), target.part);
  if (!may || !page) return null;
  return (
    <Link to={page} search={drillSearch(target)} className={className}>
      {children ?? t(page === '/cases' ? 'metric.seeCases' : page === '/rows' ? 'metric.seeRecords' : 'metric.seeRows')}
    </Link>
  );
}

/** Opens the rows behind a point of a chart; undefined where no page lists them or the reader may not, so that the chart stays a picture. */
export function useDrill(metric?: string): ((target: DrillTarget) => void) | undefined {
  const may = useMayDrill();
  const { definitions } = useShop();
  const navigate = useNavigate();
  const open = useCallback(
    (target: DrillTarget) => {
      const page = rowsPage(definitions.get(target.metric), target.part);
      if (page) void navigate({ to: page, search: drillSearch(target) });
    },
    [navigate, definitions],
  );
  const opens = metric === undefined || rowsPage(definitions.get(metric), undefined) !== undefined;
  return may && opens ? open : undefined;
}
