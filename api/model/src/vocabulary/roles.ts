import type { LocalizedText } from './text.ts';

/**
 * Who may see what: an executive sees aggregates; an analyst also pseudonymous rows; a lead figures and rows of their own scope;
 * a steward, who looks after personal data, what an analyst does; an operator also runs, raw rejected rows, users, keys and the audit.
 */
export const roles = {
  executive: { en: 'Executive', zh: '管理者' },
  analyst: { en: 'Analyst', zh: '分析师' },
  lead: { en: 'Lead', zh: '业务负责人' },
  steward: { en: 'Data steward', zh: '数据管理员' },
  operator: { en: 'Operator', zh: '运维' },
} as const satisfies Record<string, LocalizedText>;
export type Role = keyof typeof roles;

/** By what the rows of a lead are told from others. */
export const scopeDimensions = ['CARRIER', 'MERCHANT', 'TEAM'] as const;
export type ScopeDimension = (typeof scopeDimensions)[number];

/** Rows that carry one of these codes, in whichever shop. */
export interface Scope {
  dimension: ScopeDimension;
  values: readonly string[];
}

/** What of its role a key may use: figures; rows behind them; changes; reading the schema. */
export const keyScopes = ['figures', 'rows', 'operate', 'introspect'] as const;
export type KeyScope = (typeof keyScopes)[number];
