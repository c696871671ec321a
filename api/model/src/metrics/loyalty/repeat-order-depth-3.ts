import { depth } from '../cohorts/families.ts';
import { defineMetric } from '../grammar.ts';

export const repeatOrderDepth3 = defineMetric({ id: 'REPEAT_ORDER_DEPTH_3', ...depth(3) });
