const KEY = 'rapport.place';

/** Remembers the page for whoever goes to sign in elsewhere; in this tab alone. */
export function rememberPlace({ pathname, search }: Location = window.location): void {
  if (pathname !== '/sign-in') sessionStorage.setItem(KEY, `${pathname}${search}`);
}

/** Where they were, once; null: nowhere. Only a path of this site counts. */
export function takePlace(): string | null {
  const place = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return place !== null && /^\/(?![/\\])/.test(place) ? place : null;
}
