import { useLocation } from '@tanstack/react-router';
import { Suspense, useCallback, useState, type ReactNode } from 'react';

import { lazyPart } from '../i18n/index.ts';
import { DrawerContext, type DrawerSubject } from './drawer-context.tsx';

const MetricDrawer = lazyPart(() => import('./MetricDrawer.tsx'));

/** One drawer for the whole page: any figure opens it. */
export function MetricDrawerProvider({ children }: { children: ReactNode }) {
  const [subject, setSubject] = useState<DrawerSubject | null>(null);
  const address = useLocation({ select: (location) => location.href });
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  // Leaving by a link inside closes it for good: coming back shows the page, not the drawer.
  if (openedAt !== null && openedAt !== address) setOpenedAt(null);
  const show = useCallback(
    (next: DrawerSubject) => {
      setSubject(next);
      setOpenedAt(address);
    },
    [address],
  );
  return (
    <DrawerContext.Provider value={show}>
      {children}
      {subject ? (
        <Suspense>
          <MetricDrawer opened={openedAt === address} onClose={() => setOpenedAt(null)} subject={subject} />
        </Suspense>
      ) : null}
    </DrawerContext.Provider>
  );
}
