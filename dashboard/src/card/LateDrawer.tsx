import type { DrawerProps } from '@mantine/core';
import { Suspense, useState } from 'react';

import { lazyPart } from '../i18n/index.ts';

const ShownDrawer = lazyPart(() => import('./ShownDrawer.tsx'));

/** A drawer nobody pays for who does not open it. */
export function LateDrawer(props: DrawerProps) {
  const [asked, setAsked] = useState(props.opened);
  if (props.opened && !asked) setAsked(true);
  return asked ? (
    <Suspense>
      <ShownDrawer {...props} />
    </Suspense>
  ) : null;
}
