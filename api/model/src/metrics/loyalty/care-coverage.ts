import { care } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const careCoverage = defineMetric({
  id: 'CARE_COVERAGE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Birthday care', zh: '生日关怀覆盖率' },
  description: {
    en: 'Of the members whose birthday month ended in the period, and who were members when it began, the share who got a gift or a message of care in that month. Members whose birthday is not known are left out.',
    zh: '生日月在统计期内结束、且月初已是会员者中，当月收到关怀礼遇或关怀消息的占比。生日未知的会员不计入。',
  },
  numerator: { en: 'members reached in their birthday month', zh: '生日月得到关怀的会员人次' },
  denominator: { en: 'members whose birthday month is over', zh: '生日月已过的会员人次' },
  fact: care,
  clock: 'due',
  needs: ['loyalty_events.care'],
  kind: 'ratio',
  part: { where: sql`j.reached` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
