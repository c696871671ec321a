import { roles, scopeDimensions, type Role, type Scope } from './roles.ts';

/** What a value of an identity provider's role claim makes of its holder. */
export interface RoleRule {
  value: string;
  role: Role;
  scope: Scope | null;
}

/**
 * `bi=analyst; ops=operator; sf-desk=lead carrier=sf,yto`: values of the claim, in the order in which they are looked for.
 * Throws with what is wrong, never with what was written.
 */
export function readRoleRules(text: string): RoleRule[] {
  const parts = text.split(';').map((part) => part.trim());
  return parts.filter((part) => part !== '').map((part, index) => readRule(part, index + 1));
}

function readRule(text: string, place: number): RoleRule {
  const [, value, role, dimension, codes] = /^(.+?)=([a-z]+)(?:\s+([a-z]+)=(.+))?$/.exec(text) ?? [];
  const wrong = (what: string): Error => new Error(`rule ${place}: ${what}`);
  if (value === undefined || role === undefined) throw wrong('write value=role, or value=lead carrier=code,code');
  if (!Object.hasOwn(roles, role)) throw wrong(`no such role; roles are ${Object.keys(roles).join(', ')}`);
  if (role !== 'lead') {
    if (dimension !== undefined) throw wrong('only a lead has a scope');
    return { value: value.trim(), role: role as Role, scope: null };
  }
  const known = scopeDimensions.find((name) => name.toLowerCase() === dimension);
  const values = (codes ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');
  if (!known || values.length === 0) throw wrong('a lead needs a scope: lead carrier=code,code, merchant=… or team=…');
  return { value: value.trim(), role, scope: { dimension: known, values } };
}
