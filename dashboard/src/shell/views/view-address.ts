/** How it looks is the reader's own: a view does not carry it. */
const ofReader = ['lang', 'theme'] as const;

/** What of an address a view keeps. */
export function keptOf(search: string): string {
  const kept = new URLSearchParams(search);
  for (const key of ofReader) kept.delete(key);
  return kept.toString();
}

/** Where a view leads, in the reader's own language and theme. */
export function addressOf(view: { path: string; search: string }, now: string): string {
  const search = new URLSearchParams(view.search);
  const here = new URLSearchParams(now);
  for (const key of ofReader) {
    const value = here.get(key);
    if (value !== null) search.set(key, value);
  }
  const text = search.toString();
  return text === '' ? view.path : `${view.path}?${text}`;
}

/** Nothing was chosen yet: this is where a role's first view takes the place of the overview. */
export const isBare = (path: string, search: string): boolean => path === '/' && keptOf(search) === '';
