import { useEffect, useRef } from 'react';

import { goes, isWriting, keysAreOn } from './shortcuts.ts';

interface Ways {
  onPalette(): void;
  onHelp(): void;
  onGo(to: (typeof goes)[keyof typeof goes]): void;
  onClear(): void;
}

/** How long "g" waits for the letter behind it. */
const WAIT_MS = 1200;

const isGo = (key: string): key is keyof typeof goes => Object.hasOwn(goes, key);

/** Ctrl or ⌘ with K anywhere; single keys where nothing is being written and they are not switched off. */
export function useKeys(ways: Ways): void {
  const now = useRef(ways);
  useEffect(() => {
    now.current = ways;
  });
  useEffect(() => {
    let since = 0;
    const single = (key: string): boolean => {
      const going = Date.now() - since < WAIT_MS;
      since = key === 'g' && !going ? Date.now() : 0;
      if (going && isGo(key)) now.current.onGo(goes[key]);
      else if (key === '/') now.current.onPalette();
      else if (key === '?') now.current.onHelp();
      else if (key === 'x') now.current.onClear();
      else return false;
      return true;
    };
    const pressed = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey;
      if (held && event.key.toLowerCase() === 'k' && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        now.current.onPalette();
      } else if (!held && !event.altKey && !event.isComposing && keysAreOn() && !isWriting(event.target)) {
        if (single(event.key)) event.preventDefault();
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
