export { Consent } from './membership.type.ts';
export { consentsOf, membershipOf } from './membership.loader.ts';
