import { shareBack } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const shareBack90d = defineMetric({ id: 'SHARE_BACK_90D', ...shareBack(90) });
