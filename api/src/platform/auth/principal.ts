import type { Role } from '@rapport/model/vocabulary';

/** Who asks: a person with a session, or a program with a key. */
export interface Principal {
  kind: 'session' | 'key';
  id: string;
  name: string;
  role: Role;
}
