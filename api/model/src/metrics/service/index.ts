import { abandonedCallRate } from './abandoned-call-rate.ts';
import { answeredCallRate } from './answered-call-rate.ts';
import { botContainmentRate } from './bot-containment-rate.ts';
import { callWaitSecondsP50 } from './call-wait-seconds-p50.ts';
import { callbackKeptRate } from './callback-kept-rate.ts';
import { cesEasyRate } from './ces-easy-rate.ts';
import { ces } from './ces.ts';
import { contactRate } from './contact-rate.ts';
import { csatResponseRate } from './csat-response-rate.ts';
import { csat } from './csat.ts';
import { customersInContact } from './customers-in-contact.ts';
import { firstContactResolutionRate } from './first-contact-resolution-rate.ts';
import { firstResponseBusinessMinutesP50 } from './first-response-business-minutes-p50.ts';
import { firstResponseMinutesP50 } from './first-response-minutes-p50.ts';
import { firstResponseMinutesP90 } from './first-response-minutes-p90.ts';
import { handoverAnsweredRate } from './handover-answered-rate.ts';
import { handoverRate } from './handover-rate.ts';
import { handoverWaitSecondsP50 } from './handover-wait-seconds-p50.ts';
import { humanReplySecondsMean } from './human-reply-seconds-mean.ts';
import { humanResponse3minRate } from './human-response-3min-rate.ts';
import { imDissatisfactionRate } from './im-dissatisfaction-rate.ts';
import { oneTouchRate } from './one-touch-rate.ts';
import { qaScore } from './qa-score.ts';
import { reopenRate } from './reopen-rate.ts';
import { repeatContactRate } from './repeat-contact-rate.ts';
import { resolutionBusinessHoursP50 } from './resolution-business-hours-p50.ts';
import { resolutionHoursP50 } from './resolution-hours-p50.ts';
import { resolutionHoursP90 } from './resolution-hours-p90.ts';
import { resolutionInTimeRate } from './resolution-in-time-rate.ts';
import { responseInTimeRate } from './response-in-time-rate.ts';
import { selfServiceShare } from './self-service-share.ts';
import { sellerResponse48hRate } from './seller-response-48h-rate.ts';
import { serviceCases } from './service-cases.ts';
import { standardFlowRate } from './standard-flow-rate.ts';
import { toneImprovedRate } from './tone-improved-rate.ts';
import { trainings } from './trainings.ts';
import { transferRate } from './transfer-rate.ts';
import { transfersPerCase } from './transfers-per-case.ts';
import { unansweredOverdueShare } from './unanswered-overdue-share.ts';
import { wismoRate } from './wismo-rate.ts';

export const service = [
  abandonedCallRate,
  answeredCallRate,
  botContainmentRate,
  callWaitSecondsP50,
  callbackKeptRate,
  cesEasyRate,
  ces,
  contactRate,
  csatResponseRate,
  csat,
  customersInContact,
  firstContactResolutionRate,
  firstResponseBusinessMinutesP50,
  firstResponseMinutesP50,
  firstResponseMinutesP90,
  handoverAnsweredRate,
  handoverRate,
  handoverWaitSecondsP50,
  humanReplySecondsMean,
  humanResponse3minRate,
  imDissatisfactionRate,
  oneTouchRate,
  qaScore,
  reopenRate,
  repeatContactRate,
  resolutionBusinessHoursP50,
  resolutionHoursP50,
  resolutionHoursP90,
  resolutionInTimeRate,
  responseInTimeRate,
  selfServiceShare,
  sellerResponse48hRate,
  serviceCases,
  standardFlowRate,
  toneImprovedRate,
  trainings,
  transferRate,
  transfersPerCase,
  unansweredOverdueShare,
  wismoRate,
] as const;
