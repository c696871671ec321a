import { complaintRateByOrderDate } from './complaint-rate-by-order-date.ts';
import { complaintRate } from './complaint-rate.ts';
import { damageRate } from './damage-rate.ts';

export const complaints = [complaintRateByOrderDate, complaintRate, damageRate] as const;
