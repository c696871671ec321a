import { lazy, Suspense, useState } from 'react';

import { useText } from '../../i18n/index.ts';

const NotesDialog = lazy(() => import('./NotesDialog.tsx'));

/** A card's way to the notes on its chart. */
export function NotesAction({ metric }: { metric: string }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('notes.add')}
      </button>
      {open ? (
        <Suspense>
          <NotesDialog metric={metric} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
