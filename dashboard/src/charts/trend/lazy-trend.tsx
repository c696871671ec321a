import { lazy, Suspense } from 'react';

import { useFormat } from '../../format/index.ts';
import { useWidth } from '../use-width.ts';
import type { TrendProps } from './trend.data.ts';
import { trendLayout } from './trend.layout.ts';

const Drawn = lazy(async () => ({ default: (await import('./trend.tsx')).Trend }));

/** The library that draws trends comes with the first of them, after headline and figures; its room is kept meanwhile. */
export function Trend(props: TrendProps) {
  return (
    <Suspense fallback={<Room {...props} />}>
      <Drawn {...props} />
    </Suspense>
  );
}

function Room(props: TrendProps) {
  const format = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>(720);
  return <div ref={frame} style={{ height: trendLayout(props, width, format).height }} aria-busy />;
}
