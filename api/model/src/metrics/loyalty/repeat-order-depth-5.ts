import { depth } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const repeatOrderDepth5 = defineMetric({ id: 'REPEAT_ORDER_DEPTH_5', ...depth(5) });
