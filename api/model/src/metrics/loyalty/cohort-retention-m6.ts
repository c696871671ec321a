import { retention } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const cohortRetentionM6 = defineMetric({ id: 'COHORT_RETENTION_M6', ...retention(6) });
