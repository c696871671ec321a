export { Referral, ReferralConnection } from './referral.type.ts';
export { referralsOfCustomer } from './referral.loader.ts';
