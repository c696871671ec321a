import type { KeyScope, Role, Scope } from '@rapport/model/vocabulary';

/** Who asks: a person with a session, or a program with a key. */
export interface Principal {
  kind: 'session' | 'key';
  id: string;
  name: string;
  role: Role;
  /** The rows a lead sees; null for everyone else, who sees all that their role may. */
  scope: Scope | null;
  /** What of its role a key may use; null: all of it, as a session does. */
  scopes: readonly KeyScope[] | null;
}
