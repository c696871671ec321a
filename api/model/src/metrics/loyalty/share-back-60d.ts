import { shareBack } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const shareBack60d = defineMetric({ id: 'SHARE_BACK_60D', ...shareBack(60) });
