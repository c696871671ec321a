import { lazy, Suspense } from 'react';

import { useShop } from '../../filters/shop-context.tsx';
import { isTourSeen } from './steps.ts';

const Tour = lazy(() => import('./Tour.tsx'));

/** Who looks at the invented shop for the first time is shown around; their own shop needs no guide. */
export function DemoTour() {
  const { shop } = useShop();
  if (!shop.code.startsWith('demo') || isTourSeen()) return null;
  return (
    <Suspense fallback={null}>
      <Tour />
    </Suspense>
  );
}
