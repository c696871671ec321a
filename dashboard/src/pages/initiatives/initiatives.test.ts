import { describe, expect, it } from 'vitest';
import { sliceFilters } from '../../metric/rows-search.ts';
import { answerInitiatives } from './answer.ts';
import { emptyDraft, inputOf, isWhole } from './form.ts';
import { toneOf, wordOf } from './tone.ts';

const said = (name: string, verdict: 'EFFECT' | 'NO_EFFECT' | 'CANNOT_TELL', better: boolean | null = null) => ({
  verdict,
  better,
  label: { en: name, zh: name },
});

describe('the answer of the ledger', () => {
  it('counts what worked and names the rest by what is known of it', () => {
    const studies = [
      said('Chat', 'EFFECT', true),
      said('Fee', 'EFFECT', false),
      said('Card', 'NO_EFFECT'),
      said('Box', 'CANNOT_TELL'),
    ];
    expect(answerInitiatives(studies, 'en')).toEqual({
      lead: '1 of 4 programmes worked: Chat.',
      rest: 'For the worse: Fee. No effect: Card. Cannot be told yet: Box.',
    });
    expect(answerInitiatives(studies, 'zh').lead).toBe('4 项举措中，1 项有效：Chat。');
  });

  it('says what to do where there is none', () => {
    expect(answerInitiatives([], 'en').lead).toBe('No programme is in the ledger yet.');
  });
});

describe('a verdict', () => {
  it('is green or red only where it is for better or worse', () => {
    expect(toneOf({ verdict: 'EFFECT', better: true })).toBe('good');
    expect(toneOf({ verdict: 'EFFECT', better: false })).toBe('bad');
    expect(toneOf({ verdict: 'EFFECT', better: null })).toBe('flat');
    expect(wordOf({ verdict: 'EFFECT', better: null })).toBe('changed');
    expect(toneOf({ verdict: 'CANNOT_TELL', better: null })).toBe('warn');
  });
});

describe('what is typed in', () => {
  const draft = {
    ...emptyDraft,
    code: ' INI-1 ',
    labelEn: 'One',
    startsOn: '2026-03-01',
    values: 'CN-GD，CN-ZJ  CN-BJ',
  };

  it('becomes an input: codes by any separator, points as shares', () => {
    const kept = { shop: 'demo', unit: 'PERCENT', version: null, within: [] };
    expect(inputOf({ ...draft, expected: '2.5' }, kept)).toMatchObject({
      code: 'INI-1',
      expected: 0.025,
      scope: { dimension: 'REGION', values: ['CN-GD', 'CN-ZJ', 'CN-BJ'] },
      endsOn: null,
      cost: null,
    });
    expect(inputOf({ ...draft, expected: '-0.2' }, { ...kept, unit: 'SCORE' }).expected).toBe(-0.2);
  });

  it('is not sent before it has a code, a name, a day and readable figures', () => {
    expect(isWhole(draft)).toBe(true);
    expect(isWhole({ ...draft, code: ' ' })).toBe(false);
    expect(isWhole({ ...draft, labelEn: '' })).toBe(false);
    expect(isWhole({ ...draft, startsOn: '' })).toBe(false);
    expect(isWhole({ ...draft, expected: 'much' })).toBe(false);
  });
});

describe('rows behind a side', () => {
  it('of several values of one dimension carry any of them', () => {
    expect(sliceFilters(['TIER:silver', 'TIER:gold', 'SHOP:demo'])).toEqual([
      { dimension: 'TIER', in: ['silver', 'gold'] },
      { dimension: 'SHOP', in: ['demo'] },
    ]);
  });
});
