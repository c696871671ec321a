import { delayBuckets, failures, latenessLabels, type LocalizedText } from '../../vocabulary/index.ts';
import type { SecondOrderCut } from './types.ts';

interface Cut {
  /** Every group an order `j` belongs to, as rows of one column `code`. */
  groups: string;
  reference: string;
  /** Orders are only held against orders with the same of this: what else decides about a second one and is known by then. */
  alike: string;
  labels: Readonly<Record<string, LocalizedText>>;
}

const usual = `concat_ws('|', to_char(j.ordered_on, 'YYYY-Q'), coalesce(j.service_level, ''), coalesce(j.tier, ''), j.loyalty)`;
/** Few fail: by quarter and service level too hardly anybody would have their like. */
const sameFailure = `concat_ws('|', array_to_string(j.failures, '+'), coalesce(j.tier, ''), j.loyalty)`;
const onTime = latenessLabels.on_time;

export const cuts: Readonly<Record<SecondOrderCut, Cut>> = {
  LATE: {
    groups: `select j.lateness as code where j.lateness in ('on_time', 'late')`,
    reference: 'on_time',
    alike: usual,
    labels: latenessLabels,
  },
  DELAY: {
    groups: `select case j.lateness when 'on_time' then 'on_time' else j.delay_bucket end as code where j.lateness in ('on_time', 'late', 'not_delivered')`,
    reference: 'on_time',
    alike: usual,
    labels: { ...delayBuckets, on_time: onTime },
  },
  FAILURE: {
    groups: `select unnest(case when j.failures = '{}' then array['none'] else j.failures end) as code`,
    reference: 'none',
    alike: usual,
    labels: { ...failures, none: { en: 'Nothing went wrong', zh: '未出失误' } },
  },
  RECOVERY: {
    groups: `select case when j.compensations_count > 0 then 'given' else 'not_given' end as code where j.failures <> '{}'`,
    reference: 'not_given',
    alike: sameFailure,
    labels: {
      given: { en: 'Failure, something given', zh: '失误后有补偿' },
      not_given: { en: 'Failure, nothing given', zh: '失误后无补偿' },
    },
  },
};
