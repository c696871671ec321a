import { retention } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const cohortRetentionM2 = defineMetric({ id: 'COHORT_RETENTION_M2', ...retention(2) });
