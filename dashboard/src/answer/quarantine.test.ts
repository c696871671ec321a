import { describe, expect, it } from 'vitest';

import { answerQuarantine, type QuarantineFacts } from './quarantine.ts';

const title = { en: 'Promised day before order day', zh: '承诺日早于下单日' };
const facts = (change: Partial<QuarantineFacts> = {}): QuarantineFacts => ({
  state: 'WAITING',
  rows: 143,
  corrected: 0,
  reasons: [
    { title, rows: 96 },
    { title, rows: 47 },
  ],
  ...change,
});
const said = (change: Partial<QuarantineFacts>, lang: 'en' | 'zh') => {
  const { lead, rest } = answerQuarantine(facts(change), lang);
  return `${lead}|${rest ?? ''}`;
};

describe('the answer of quarantine', () => {
  it('says how many wait and what most of them share', () => {
    expect(said({}, 'en')).toBe(
      '143 rows wait, nothing was dropped.|96 share one cause: Promised day before order day.',
    );
    expect(said({}, 'zh')).toBe('143 行待处理，无一丢弃。|其中 96 行同因：承诺日早于下单日。');
  });

  it('names the only cause, and one row is no rows', () => {
    expect(said({ rows: 1, reasons: [{ title, rows: 1 }], corrected: 1 }, 'en')).toBe(
      '1 row waits, nothing was dropped.|One cause: Promised day before order day. 1 is corrected and can be replayed.',
    );
  });

  it('is glad of nothing', () => {
    expect(said({ rows: 0, reasons: [] }, 'en')).toBe('No row waits in quarantine.|');
    expect(said({ rows: 0, reasons: [], state: 'DISCARDED' }, 'zh')).toBe('没有这样的行。|');
  });

  it('tells what became of rows', () => {
    expect(said({ state: 'DISCARDED' }, 'en')).toContain('left out for good');
    expect(said({ state: 'REPLAYED', corrected: 4 }, 'zh')).toContain('重放后已载入');
  });
});
