export { Cohorts } from './cohorts.tsx';
export { cohortTable, type CohortCell, type CohortRow, type CohortsProps } from './cohorts.data.ts';
