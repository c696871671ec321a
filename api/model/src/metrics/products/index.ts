import { informationCompleteness } from './information-completeness.ts';

export const products = [informationCompleteness] as const;
