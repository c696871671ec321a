/** No character, or one that turns the reading around: a name that ends in what it does not end in. */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const BREAKS = /\r?\n|\t/g;

/** What somebody wrote consists of letters that others can see; over several lines where that is said. */
export const canBeShown = (text: string, { lines = false }: { lines?: boolean } = {}): boolean =>
  text.isWellFormed() && !UNSEEN.test(lines ? text.replaceAll(BREAKS, ' ') : text);

const BASE = 'http://rapport.invalid';
const LONGEST_PAGE = 2000;
/** What the server answers itself; and an address that begins anew with a host. */
const NO_PAGE = /^\/\/|^\/(graphql|print|downloads|ingest|assets|sign-in|sign-out|unsubscribe|livez|readyz)(\/|$)/;

/** Path and state of a page of the dashboard, as in its address; null: that is none of its pages. */
export function pageOfDashboard(address: unknown): URL | null {
  if (typeof address !== 'string' || address.length > LONGEST_PAGE || !address.startsWith('/')) return null;
  const page = URL.canParse(address, BASE) ? new URL(address, BASE) : null;
  // What is kept is as it was parsed: longer where letters are escaped.
  const fits = page?.origin === BASE && page.pathname.length + page.search.length <= LONGEST_PAGE;
  return fits && !NO_PAGE.test(page.pathname) ? page : null;
}
