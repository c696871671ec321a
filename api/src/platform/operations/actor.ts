import type { Principal } from '../auth/principal.ts';

/** Who has something done, as the audit names them. */
export type Actor = string;

export function actorOf({ kind, name }: Principal): Actor {
  return `${kind === 'session' ? 'user' : 'key'} ${name}`;
}
