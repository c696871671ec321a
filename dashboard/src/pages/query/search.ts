import { present } from '../../filters/search.ts';

/** What stands in the editor when the page opens: a saved query, an example, what another page wrote, or what was there last. */
export interface QuerySearch {
  saved?: string;
  example?: string;
  draft?: boolean;
}

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\w{1,20}$/.test(value) ? value : undefined;

export const readQuerySearch = (raw: Record<string, unknown>): QuerySearch =>
  present({
    saved: word(raw['saved']),
    example: word(raw['example']),
    draft: String(raw['draft']) === 'true' ? true : undefined,
  });
