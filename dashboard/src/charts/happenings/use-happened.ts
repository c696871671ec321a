import { useMemo } from 'react';

import type { TrendProps } from '../trend/trend.data.ts';
import { useHappenings } from './context.tsx';
import { happeningsIn } from './happening.ts';

/** A trend with what happened in its days: the drawing and its table take it from here. */
export function useHappened<Props extends TrendProps | undefined>(props: Props): Props {
  const all = useHappenings();
  const points = props?.series[0]?.points;
  const [from, to] = [points?.[0]?.bucket, points?.at(-1)?.bucketEnd];
  const about = props?.about?.join();
  const happened = useMemo(
    () => (from && to ? happeningsIn(all, { from, to }, about?.split(',') ?? []) : []),
    [all, from, to, about],
  );
  return props && !props.happened ? { ...props, happened } : props;
}
