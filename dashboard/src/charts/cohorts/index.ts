export { Cohorts } from './cohorts.tsx';
export { cohortSummary, cohortTable, type CohortCell, type CohortRow, type CohortsProps } from './cohorts.data.ts';
