import { depth } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const repeatOrderDepth2 = defineMetric({ id: 'REPEAT_ORDER_DEPTH_2', ...depth(2) });
