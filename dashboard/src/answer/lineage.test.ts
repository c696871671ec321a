import { expect, it } from 'vitest';

import { answerLineage, type LineageFacts } from './lineage.ts';

const facts = (more: Partial<LineageFacts> = {}): LineageFacts => ({
  title: { en: 'Orders', zh: '订单数' },
  feeds: 1,
  sources: 1,
  missing: [],
  waiting: 0,
  ...more,
});
const said = (more: Partial<LineageFacts>, lang: 'en' | 'zh') => {
  const { lead, rest } = answerLineage(facts(more), lang);
  return `${lead}|${rest ?? ''}`;
};

it('says what a figure stands on', () => {
  expect(said({}, 'en')).toBe('“Orders” stands on 1 feed from 1 source.|None of its rows waits in quarantine.');
  expect(said({ feeds: 3, sources: 2, waiting: 12 }, 'en')).toBe(
    '“Orders” stands on 3 feeds from 2 sources.|12 of their rows wait in quarantine.',
  );
});

it('says what nobody delivers', () => {
  const missing = [
    { en: 'Carrier scans', zh: '物流扫描记录' },
    { en: 'Surveys', zh: '调查问卷' },
  ];
  expect(said({ missing }, 'en')).toContain('Nobody delivers: Carrier scans, Surveys.');
  expect(said({ missing, waiting: 3 }, 'zh')).toBe(
    '“订单数”来自 1 个来源的 1 个数据流。|尚无来源提供：物流扫描记录、调查问卷。其中 3 行在隔离区待处理。',
  );
});
