import type { LocalizedText } from './text.ts';

/** Who may see what: an executive sees aggregates, an analyst also pseudonymous rows, an operator also runs and raw rejected rows. */
export const roles = {
  executive: { en: 'Executive', zh: '管理者' },
  analyst: { en: 'Analyst', zh: '分析师' },
  operator: { en: 'Operator', zh: '运维' },
} as const satisfies Record<string, LocalizedText>;
export type Role = keyof typeof roles;
