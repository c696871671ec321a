import type { NavPage } from '../nav.ts';

/** After "g": the pages one goes to most. */
export const goes = {
  o: '/',
  d: '/delivery',
  s: '/service',
  c: '/complaints',
  r: '/repurchase',
  v: '/voice',
  e: '/explore',
  j: '/journey-flow',
  h: '/data-health',
} as const satisfies Record<string, NavPage['to']>;

const KEY = 'rapport.keys';

/** Single keys can be switched off: who speaks to their computer types letters without meaning to. */
export const keysAreOn = (): boolean => localStorage.getItem(KEY) !== 'off';
export const switchKeys = (on: boolean): void => localStorage.setItem(KEY, on ? 'on' : 'off');

/** Whether letters belong to what has the focus. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) || target.closest('dialog') !== null);
