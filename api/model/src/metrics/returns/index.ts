import { averageCompensation } from './average-compensation.ts';
import { compensationCost } from './compensation-cost.ts';
import { requestToMoneyHoursP50 } from './request-to-money-hours-p50.ts';

export const returns = [averageCompensation, compensationCost, requestToMoneyHoursP50] as const;
