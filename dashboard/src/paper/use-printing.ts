import { useSyncExternalStore } from 'react';

const paper = window.matchMedia('print');
let announced = false;
let since: string | null = null;

/** The moment stays the same for as long as one printing lasts. */
function look(): string | null {
  if (!announced && !paper.matches) since = null;
  else since ??= new Date().toISOString();
  return since;
}

function subscribe(changed: () => void): () => void {
  const before = () => {
    announced = true;
    changed();
  };
  const after = () => {
    announced = false;
    changed();
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  paper.addEventListener('change', changed);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
    paper.removeEventListener('change', changed);
  };
}

/** Since when the page is being printed; null: it is not. */
export const usePrintedAt = (): string | null => useSyncExternalStore(subscribe, look);

/** Nobody can hover over paper: while the page is being printed, what hovering tells is written out. */
export const usePrinting = (): boolean => usePrintedAt() !== null;
