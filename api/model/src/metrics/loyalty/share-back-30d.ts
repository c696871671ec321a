import { shareBack } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const shareBack30d = defineMetric({ id: 'SHARE_BACK_30D', ...shareBack(30) });
