import type { Lang } from '../metric/types.ts';

export type Paper = 'landscape' | 'portrait';

interface Refused {
  errors?: { message: string; extensions?: { text?: { en: string; zh: string } } }[];
}

const reasonOf = ({ errors }: Refused, lang: Lang): string =>
  errors?.[0]?.extensions?.text?.[lang] ?? errors?.[0]?.message ?? '';

const nameOf = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded === undefined ? 'rapport.pdf' : decodeURIComponent(encoded);
};

/** The page as the server prints it, under one's own session; a refusal comes with the server's words. */
export async function fetchPdf(page: string, paper: Paper, lang: Lang): Promise<{ name: string; blob: Blob }> {
  const address = new URL(page, window.location.origin);
  address.searchParams.set('lang', lang);
  const asked = new URLSearchParams({ page: address.pathname + address.search, paper });
  const response = await fetch(`/print?${asked.toString()}`, { headers: { 'x-rapport-client': 'dashboard' } });
  if (!response.ok) throw new Error(reasonOf((await response.json().catch(() => ({}))) as Refused, lang));
  return { name: nameOf(response.headers.get('content-disposition')), blob: await response.blob() };
}
