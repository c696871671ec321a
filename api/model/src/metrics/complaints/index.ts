import { complaintAckInTimeRate } from './complaint-ack-in-time-rate.ts';
import { complaintClosureInTimeRate } from './complaint-closure-in-time-rate.ts';
import { complaintEscalationRate } from './complaint-escalation-rate.ts';
import { complaintRateByOrderDate } from './complaint-rate-by-order-date.ts';
import { complaintRate } from './complaint-rate.ts';
import { complaintRecurrenceRate } from './complaint-recurrence-rate.ts';
import { complaintSatisfactionRate } from './complaint-satisfaction-rate.ts';
import { complaintsOpened } from './complaints.ts';
import { courierAttitudeComplaintRate } from './courier-attitude-complaint-rate.ts';
import { damageRate } from './damage-rate.ts';
import { delayRatePer10k } from './delay-rate-per-10k.ts';
import { lossRatePer10k } from './loss-rate-per-10k.ts';
import { negativeFeedbackRate } from './negative-feedback-rate.ts';
import { parcelComplaintRate } from './parcel-complaint-rate.ts';
import { recoveryRepurchaseRate90d } from './recovery-repurchase-rate-90d.ts';
import { selfSettledRate } from './self-settled-rate.ts';

export const complaints = [
  complaintAckInTimeRate,
  complaintClosureInTimeRate,
  complaintEscalationRate,
  complaintRateByOrderDate,
  complaintRate,
  complaintRecurrenceRate,
  complaintSatisfactionRate,
  complaintsOpened,
  courierAttitudeComplaintRate,
  damageRate,
  delayRatePer10k,
  lossRatePer10k,
  negativeFeedbackRate,
  parcelComplaintRate,
  recoveryRepurchaseRate90d,
  selfSettledRate,
] as const;
