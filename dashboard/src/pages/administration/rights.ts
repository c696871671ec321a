import type { AccessScopeInput, Role, ScopeDimension } from '../../gql/graphql.ts';

export const roleNames: readonly Role[] = ['EXECUTIVE', 'ANALYST', 'LEAD', 'STEWARD', 'OPERATOR'];
export const dimensionNames: readonly ScopeDimension[] = ['CARRIER', 'MERCHANT', 'TEAM'];

/** What somebody is to see, as it is being chosen. */
export interface Rights {
  role: Role;
  dimension: ScopeDimension;
  codes: string;
}

export const noRights: Rights = { role: 'ANALYST', dimension: 'CARRIER', codes: '' };

/** As the API takes it: a scope goes with a lead alone. */
export const scopeOf = ({ role, dimension, codes }: Rights): AccessScopeInput | null =>
  role === 'LEAD'
    ? {
        dimension,
        values: codes
          .split(/[,，、]/)
          .map((code) => code.trim())
          .filter(Boolean),
      }
    : null;

export const isWhole = (rights: Rights): boolean => rights.role !== 'LEAD' || (scopeOf(rights)?.values.length ?? 0) > 0;
