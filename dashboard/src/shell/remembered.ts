import type { Lang } from '../metric/types.ts';

/** Kept in the browser for the next visit; an address that names them wins. public/scheme.js reads the same keys before the first paint. */
export function remember(choice: { lang?: Lang; theme?: 'light' | 'dark' }): void {
  for (const [key, value] of Object.entries(choice)) localStorage.setItem(`rapport.${key}`, value);
}

export const rememberedLang = (): Lang =>
  (localStorage.getItem('rapport.lang') ?? navigator.language).startsWith('zh') ? 'zh' : 'en';

export function rememberedTheme(): 'light' | 'dark' {
  const kept = localStorage.getItem('rapport.theme');
  if (kept === 'light' || kept === 'dark') return kept;
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
