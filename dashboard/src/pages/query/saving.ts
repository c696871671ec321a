import { request } from '../../api/graphql.ts';
import type { UserError } from '../../api/use-operation.ts';
import { saveMutation, shareMutation, type SavedQuery } from './queries.ts';

export const sharers = ['ANALYST', 'STEWARD', 'OPERATOR'] as const;
export type Sharer = (typeof sharers)[number];

export interface Wish {
  /** The one that is changed; undefined: a new one. */
  of: SavedQuery | undefined;
  name: string;
  description: string;
  document: string;
  variables: string;
  roles: readonly Sharer[];
}

interface Saved {
  query: SavedQuery | null;
  userErrors: readonly UserError[];
}

const differ = (a: readonly string[], b: readonly string[]): boolean =>
  a.length !== b.length || a.some((role) => !b.includes(role));

/** What is kept, then who may open it; where the second is refused, the first stands. */
export async function keep({ of, roles, ...wanted }: Wish): Promise<Saved> {
  const input = { ...wanted, ...(of ? { id: of.id, version: of.version } : {}) };
  const saved: Saved = (await request(saveMutation, { input })).saveQuery;
  if (!saved.query || !differ(saved.query.sharedWith, roles)) return saved;
  const { id, version } = saved.query;
  return (await request(shareMutation, { id, version, roles: [...roles] })).shareSavedQuery;
}
