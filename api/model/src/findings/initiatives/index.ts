export { themes, type Initiative, type InitiativeOrigin, type ScopeValues, type Theme } from './definition.ts';
export { initiativeEffect, type EffectRequest, type PanelSource } from './effect.ts';
export * from './finding.ts';
export { readInitiatives } from './ledger.reader.ts';
export { together, type Cell, type Group, type Panel, type PanelRequest, type Reading } from './panel.ts';
export { addDays } from './days.ts';
export { differenceText, rangeText } from './words.ts';
export { stateOf } from './state.ts';
