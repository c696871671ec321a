import type { MetricAccess } from '@rapport/model/metrics';
import type { Principal } from '../../platform/auth/principal.ts';

/** What an answer depends on beside the question: part of the key under which it is remembered. */
export const accessOf = ({ role, scope }: Principal): MetricAccess => (scope ? { role, scope } : { role });
