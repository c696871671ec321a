import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const botContainmentRate = defineMetric({
  id: 'BOT_CONTAINMENT_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Bot containment', zh: '机器人独立接待率' },
  description: {
    en: 'Of the cases opened in the period in which a bot took part, the share that neither was promised nor reached a human.',
    zh: '统计期内发起且有机器人参与的工单中，既未转人工、也未有人工接入的占比。',
  },
  numerator: { en: 'cases the bot kept', zh: '机器人独立完成的工单数' },
  denominator: { en: 'cases with a bot', zh: '有机器人参与的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.handled_by'],
  kind: 'ratio',
  part: { where: sql`j.contained` },
  whole: { where: sql`j.contained is not null` },
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 1,
  notes: [
    common,
    {
      en: 'Contained is not solved: read it with REPEAT_CONTACT_RATE by HANDLED_BY.',
      zh: '独立接待不等于解决：请结合按处理方式拆分的“重复进线率”查看。',
    },
  ],
});
