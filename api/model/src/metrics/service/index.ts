import { csat } from './csat.ts';
import { customersInContact } from './customers-in-contact.ts';
import { firstResponseMinutesP50 } from './first-response-minutes-p50.ts';
import { repeatContactRate } from './repeat-contact-rate.ts';
import { responseInTimeRate } from './response-in-time-rate.ts';
import { serviceCases } from './service-cases.ts';

export const service = [
  csat,
  customersInContact,
  firstResponseMinutesP50,
  repeatContactRate,
  responseInTimeRate,
  serviceCases,
] as const;
