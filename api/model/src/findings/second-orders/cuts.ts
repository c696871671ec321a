import { delayBuckets, failures, latenessLabels, type LocalizedText } from '../../vocabulary/index.ts';
import type { SecondOrderCut } from './types.ts';

interface Cut {
  /** What tells the groups, on an order `j`: orders are counted by it before anything else is made of it. */
  told: Readonly<Record<string, string>>;
  /** Every group that orders `c` counted together belong to, as rows of one column `code`. */
  groups: string;
  reference: string;
  /** Orders are only held against orders with the same of this: what else decides about a second one and is known by then. */
  alike: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, LocalizedText>>;
}

/** $3: the first days of quarters, where one is asked for. */
const usual = {
  quarter: 'width_bucket(j.ordered_on, $3::date[])',
  service_level: 'j.service_level',
  tier: 'j.tier',
  loyalty: 'j.loyalty',
};
/** Few fail: by quarter and service level too hardly anybody would have their like. */
const sameFailure = { all_failures: `array_to_string(j.failures, '+')`, tier: 'j.tier', loyalty: 'j.loyalty' };
const onTime = latenessLabels.on_time;

export const cuts: Readonly<Record<SecondOrderCut, Cut>> = {
  LATE: {
    told: { lateness: 'j.lateness' },
    groups: `select c.lateness as code where c.lateness in ('on_time', 'late')`,
    reference: 'on_time',
    alike: usual,
    labels: latenessLabels,
  },
  DELAY: {
    told: { lateness: 'j.lateness', delay_bucket: 'j.delay_bucket' },
    groups: `select case c.lateness when 'on_time' then 'on_time' else c.delay_bucket end as code where c.lateness in ('on_time', 'late', 'not_delivered')`,
    reference: 'on_time',
    alike: usual,
    labels: { ...delayBuckets, on_time: onTime },
  },
  FAILURE: {
    told: { failures: 'j.failures' },
    groups: `select unnest(case when c.failures = '{}' then array['none'] else c.failures end) as code`,
    reference: 'none',
    alike: usual,
    labels: { ...failures, none: { en: 'Nothing went wrong', zh: '未出失误' } },
  },
  RECOVERY: {
    told: { failed: `j.failures <> '{}'`, given: 'j.compensations_count > 0' },
    groups: `select case when c.given then 'given' else 'not_given' end as code where c.failed`,
    reference: 'not_given',
    alike: sameFailure,
    labels: {
      given: { en: 'Failure, something given', zh: '失误后有补偿' },
      not_given: { en: 'Failure, nothing given', zh: '失误后无补偿' },
    },
  },
};
