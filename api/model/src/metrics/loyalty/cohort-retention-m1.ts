import { retention } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const cohortRetentionM1 = defineMetric({ id: 'COHORT_RETENTION_M1', ...retention(1) });
