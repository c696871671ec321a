import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';

import { useSearchChange } from '../../filters/use-search-change.ts';
import { PaletteContext } from './palette-context.ts';
import { useKeys } from './use-keys.ts';

/** Nobody pays for it who does not open it. */
const Palette = lazy(() => import('./Palette.tsx'));
const Shortcuts = lazy(() => import('./Shortcuts.tsx'));

/** Holds the palette and the sheet of shortcuts, and listens to the keyboard for both. */
export function PaletteHost({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<'palette' | 'shortcuts'>();
  const navigate = useNavigate();
  const set = useSearchChange();
  const openPalette = useCallback(() => setOpen('palette'), []);
  useKeys({
    onPalette: openPalette,
    onHelp: () => setOpen('shortcuts'),
    onGo: (to) => void navigate({ to }),
    onClear: () => set({ cut: undefined, region: undefined }),
  });
  const close = (which: typeof open) => () => setOpen((now) => (now === which ? undefined : now));
  return (
    <PaletteContext.Provider value={openPalette}>
      {children}
      <Suspense>
        {open === 'palette' ? <Palette onClose={close('palette')} onShortcuts={() => setOpen('shortcuts')} /> : null}
        {open === 'shortcuts' ? <Shortcuts onClose={close('shortcuts')} /> : null}
      </Suspense>
    </PaletteContext.Provider>
  );
}
