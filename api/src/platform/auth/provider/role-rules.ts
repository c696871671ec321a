import type { RoleRule } from '@rapport/model/vocabulary';

/** What the claims make of their holder; undefined: nothing. A claim is one text or a list of them. */
export function ruleFor(rules: readonly RoleRule[], claim: unknown): RoleRule | undefined {
  const held = new Set<unknown>(Array.isArray(claim) ? claim : [claim]);
  return rules.find(({ value }) => held.has(value));
}
