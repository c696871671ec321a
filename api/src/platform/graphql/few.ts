import type { Role } from '@rapport/model/vocabulary';

/** Rows of fewer customers could point at persons: who sees aggregates only does not see them. */
export const fewestShown = (role: Role): number => (role === 'executive' ? 5 : 1);
