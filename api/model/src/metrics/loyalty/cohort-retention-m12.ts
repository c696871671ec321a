import { retention } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const cohortRetentionM12 = defineMetric({ id: 'COHORT_RETENTION_M12', ...retention(12) });
