import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type RefObject } from 'react';

/** Cards above it may still grow when their figures arrive; after this the page stays where it is. */
const SETTLED_MS = 3000;
const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** Whoever comes for one card of a page finds it in view, marked, and stays there while the rest of the page fills, unless they move themselves. */
export function useArrival<Element extends HTMLElement>(id: string | undefined): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  const meant = useLocation({ select: ({ hash }) => id !== undefined && hash === id });
  useEffect(() => {
    const card = ref.current;
    const page = card?.closest('main');
    if (!meant || !card || !page) return;
    const show = () => card.scrollIntoView({ block: 'start' });
    const resized = new ResizeObserver(show);
    const stop = () => {
      resized.disconnect();
      clearTimeout(settled);
      for (const move of moves) window.removeEventListener(move, stop);
    };
    const settled = setTimeout(stop, SETTLED_MS);
    card.dataset['arrived'] = 'true';
    resized.observe(page);
    for (const move of moves) window.addEventListener(move, stop, { passive: true });
    return () => {
      stop();
      delete card.dataset['arrived'];
    };
  }, [meant]);
  return ref;
}
