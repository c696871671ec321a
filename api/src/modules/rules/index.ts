export { openRuleSets } from './open.ts';
