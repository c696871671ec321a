import type { KeyLineFragment as Key } from '../../gql/graphql.ts';

/** Whether a key is let in at a time: revoked ones never more, others until they expire. */
export function keyState(key: Pick<Key, 'revokedAt' | 'expiresAt'>, now: number): 'works' | 'revoked' | 'expired' {
  if (key.revokedAt) return 'revoked';
  return key.expiresAt && Date.parse(key.expiresAt) <= now ? 'expired' : 'works';
}
