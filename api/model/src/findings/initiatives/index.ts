export { themes, type Initiative, type InitiativeOrigin, type ScopeValues, type Theme } from './definition.ts';
export { initiativeEffect, type EffectRequest } from './effect.ts';
export * from './finding.ts';
export { readInitiatives } from './ledger.reader.ts';
export type { Reading } from './panel.ts';
