import { describe, expect, it } from 'vitest';
import { around, changeOf, contribution } from './answer.seed.ts';
import { changeSentence } from './change-sentence.ts';

const rio = { en: 'Rio de Janeiro', zh: '里约' };
const sao = { en: 'São Paulo', zh: '圣保罗' };
const minas = { en: 'Minas Gerais', zh: '米纳斯' };

describe('what changed', () => {
  it('names the slice that gives most of it, from what to what, and its sample', () => {
    const change = changeOf('PROMISE_KEPT_RATE', { contributions: [contribution('RJ', rio, 0.024, 0.725, 0.939)] });
    expect(changeSentence(change, 'en')).toEqual({
      title: 'Promise kept: 86.8 → 94.2%',
      text: 'Rio de Janeiro alone gives 2.4 of the 7.4 points: 72.5 → 93.9%.',
      evidence: 'Rio de Janeiro n 2,638 · n 21,125 against 23,365',
    });
    expect(changeSentence(change, 'zh')).toEqual({
      title: '应达达成率：86.8 → 94.2%',
      text: '7.4 个百分点中，里约一地占 2.4：72.5 → 93.9%。',
      evidence: '里约 样本 2,638 · 样本 21,125，对比 23,365',
    });
  });

  it('says that it is spread where no slice gives a quarter', () => {
    const change = changeOf('PROMISE_KEPT_RATE', { contributions: [contribution('RJ', rio, 0.01)] });
    expect(changeSentence(change, 'en').text).toBe(
      'Spread over many regions; the largest part, Rio de Janeiro, is 1.0 of the 7.4 points.',
    );
    expect(changeSentence(change, 'zh').text).toBe('各地普遍变化；占比最大的里约也只有 1.0，合计 7.4 个百分点。');
  });

  it('does not name a slice that went the other way as the reason', () => {
    const change = changeOf('PROMISE_KEPT_RATE', {
      contributions: [contribution('MG', minas, -0.03), contribution('RJ', rio, 0.024)],
    });
    expect(changeSentence(change, 'en').text).toBe('Rio de Janeiro alone gives 2.4 of the 7.4 points.');
  });

  it('names the largest slice where all of them went the other way', () => {
    const change = changeOf('PROMISE_KEPT_RATE', { contributions: [contribution('MG', minas, -0.03)] });
    expect(changeSentence(change, 'en').text).toContain('Minas Gerais, is 3.0');
  });

  it('lists counts with their signs, those that went the same way first', () => {
    const change = changeOf(
      'ORDERS',
      {
        value: 18_799,
        sample: 18_799,
        contributions: [contribution('SP', sao, -425), contribution('MG', minas, 348), contribution('RJ', rio, -405)],
      },
      { value: 20_920, change: -2_121, changeRatio: -0.101, sample: 20_920, verdict: 'WORSE' },
    );
    expect(changeSentence(change, 'en')).toEqual({
      title: 'Orders: 20,920 → 18,799',
      text: 'São Paulo −425, Rio de Janeiro −405; Minas Gerais +348.',
      evidence: 'n 18,799 against 20,920',
    });
    expect(changeSentence(change, 'zh').text).toBe('圣保罗 −425，里约 −405；米纳斯 +348。');
  });

  it('without slices says between what the change lies, or only that it is beyond noise', () => {
    const sure = changeOf('PROMISE_KEPT_RATE', {}, { changeInterval: around(0.074, 0.006) });
    expect(changeSentence(sure, 'en').text).toBe('Beyond noise: between +6.8 pt and +8.0 pt.');
    expect(changeSentence(sure, 'zh').text).toBe('超出噪声：在 +6.8 pp 与 +8.0 pp 之间。');
    expect(changeSentence(changeOf('PROMISE_KEPT_RATE'), 'en').text).toBe('Beyond noise.');
  });

  it('calls noise noise, with what would fit the data', () => {
    const noise = changeOf(
      'PROMISE_KEPT_RATE',
      { noise: true },
      { significant: false, verdict: 'NOISE', changeInterval: around(0.003, 0.006) },
    );
    expect(changeSentence(noise, 'en')).toEqual({
      title: 'Cannot tell: Promise kept',
      text: '86.8 → 94.2%. Within noise: anything from −0.3 pt to +0.9 pt fits the data.',
      evidence: 'n 21,125 against 23,365',
    });
    expect(changeSentence(noise, 'zh').title).toBe('无法判断：应达达成率');
    expect(changeSentence(changeOf('ORDERS', { noise: true, value: 12 }, { value: 10 }), 'zh').text).toBe(
      '10 → 12。在噪声之内。',
    );
  });

  it('what is still maturing is not called noise', () => {
    const young = changeOf(
      'PROMISE_KEPT_RATE',
      { noise: true, mature: false },
      { significant: null, changeInterval: around(-0.2, 0.1) },
    );
    expect(changeSentence(young, 'en')).toMatchObject({
      title: 'Cannot tell yet: Promise kept',
      text: '86.8 → 94.2%. Still maturing: outcomes of this period are not all in.',
    });
    expect(changeSentence(young, 'zh')).toMatchObject({
      title: '暂无法判断：应达达成率',
      text: '86.8 → 94.2%。尚未成熟：本期的结果还没有到齐。',
    });
  });

  it('a change of nothing is not divided by', () => {
    const still = changeOf('PROMISE_KEPT_RATE', { contributions: [contribution('RJ', rio, 0)] }, { change: 0 });
    expect(changeSentence(still, 'en').text).toContain('0.0 of the 0.0 points');
  });
});
