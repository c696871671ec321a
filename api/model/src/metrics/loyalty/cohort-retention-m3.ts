import { retention } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const cohortRetentionM3 = defineMetric({ id: 'COHORT_RETENTION_M3', ...retention(3) });
