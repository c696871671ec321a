import { describe, expect, it } from 'vitest';
import { answerForecast, type ForecastFacts } from './forecast.ts';

const label = { en: 'Double 11', zh: '双十一' };
const facts: ForecastFacts = {
  event: { label, day: '2026-11-11' },
  daysAhead: 11,
  measures: [
    {
      measure: 'ORDERS',
      total: { expected: 3210.4, low: 2600, high: 3900 },
      peak: { expected: 512.3, low: 380, high: 660, day: '2026-11-11' },
    },
  ],
  staffing: { agents: 14, agentsHigh: 18, usualAgents: 8.6 },
  carriers: [
    { carrier: { label: { en: 'Hefeng', zh: '禾风快递' } }, short: 0 },
    { carrier: { label: { en: 'Yunfan', zh: '云帆物流' } }, short: 23 },
  ],
  backtests: [{ inside: true }, { inside: true }, { inside: false }],
};

describe('the answer of the forecast', () => {
  it('says how many orders, whom the desk lacks, who carries too little, and how often it was right', () => {
    const { lead, rest } = answerForecast(facts, 'en');
    expect(lead).toMatch(/^Double 11, 11 days away, will bring about 512 orders on .* \(380–660\), 3,210 around it\.$/);
    expect(rest).toBe(
      'The desk then needs 14 agents on its heaviest day (18 at the upper end); 9 work on a usual day. Yunfan would have to take 23 parcels a day more than it has shown it can. Tried on the past, 2 of 3 came within the range.',
    );
  });

  it('says when nothing can be told', () => {
    const untold = { ...facts, measures: [{ measure: 'ORDERS', total: null, peak: null }], backtests: [] };
    expect(answerForecast(untold, 'zh').lead).toContain('暂无法预测');
    expect(answerForecast(null, 'en')).toEqual({ lead: 'No peak lies ahead.', rest: null });
  });
});
