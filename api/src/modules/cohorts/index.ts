export { StillAtRisk, SurvivalStep } from './cohort.type.ts';
