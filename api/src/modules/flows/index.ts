export { pathCondition } from './stages.sql.ts';
export { JourneyPath } from './stages.type.ts';
