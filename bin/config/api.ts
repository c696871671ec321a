import { z } from 'zod';

/** Where `rapport query` asks, and as whom. */
export const apiVariables = {
  RAPPORT_URL: z.url({ protocol: /^https?$/, error: 'must be a http:// or https:// address' }).optional(),
  RAPPORT_KEY: z.string().regex(/^\S+$/, 'must be a key, as "key create" printed it').optional(),
};

const variables = z.object(apiVariables);

export interface ApiChoice {
  /** Null: where this home is served. */
  url: string | null;
  key: string | null;
}

export const apiOf = ({ RAPPORT_URL, RAPPORT_KEY }: z.output<typeof variables>): ApiChoice => ({
  url: RAPPORT_URL?.replace(/\/$/, '') ?? null,
  key: RAPPORT_KEY ?? null,
});
