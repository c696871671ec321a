import { describe, expect, test } from 'vitest';
import { languageOf } from './language.ts';
import { aspects } from './rules/aspects.ts';
import { aspectsIn, topicsIn } from './rules/match.ts';
import { topics } from './rules/topics.ts';
import { covered, sentencesOf } from './sentences.ts';
import { termsOf } from './terms.ts';
import { withoutRepeats } from './without-repeats.ts';

describe('terms', () => {
  test('of Chinese are words and pairs within a clause', () => {
    expect(termsOf('颜色泛绿，和图片完全两样。', 'zh')).toEqual(
      expect.arrayContaining(['颜色', '泛绿', '图片', '图片完全']),
    );
    expect(termsOf('颜色泛绿，和图片完全两样。', 'zh')).not.toContain('绿图片');
    expect(termsOf('东西没收到', 'zh')).toContain('没收到');
  });

  test('of English are singular, lower case, and keep a negation with its word', () => {
    expect(termsOf("The boxes weren't crushed. Parcels arrived!", 'en')).toEqual(
      expect.arrayContaining(['box', 'not crushed', 'crushed', 'parcel', 'arrived', 'parcel arrived']),
    );
    expect(termsOf('does not work', 'en')).toEqual(['work', 'not work']);
  });

  test('of Portuguese are the same with accents and without, drawn out or not', () => {
    expect(termsOf('Não recebi, péssimo!', 'pt')).toEqual(termsOf('nao recebi, pessimo', 'pt'));
    expect(termsOf('muuuito boooom', 'pt')).toEqual(termsOf('muito bom', 'pt'));
    expect(termsOf('Ainda não recebi o produto', 'pt')).toEqual(['recebi', 'nao recebi', 'produto']);
  });

  test('never hold a number', () => {
    for (const text of ['call 13812345678 now', 'Rua 25 de Março 123', '电话13812345678谢谢', 'order A123B'])
      for (const term of ['zh', 'en', 'pt'] as const)
        expect(termsOf(text, term).filter((word) => /\d/.test(word))).toEqual([]);
  });

  test('count once, however often a text says them', () => {
    expect(termsOf('bad bad bad', 'en')).toEqual(['bad', 'bad bad']);
    expect(termsOf('', 'zh')).toEqual([]);
  });
});

describe('the language', () => {
  test.each([
    ['物流很快 ok', 'zh'],
    ['The parcel was late', 'en'],
    ['Produto chegou antes do prazo', 'pt'],
    ['👍👍 100', null],
  ])('of %s is %s', (text, language) => {
    expect(languageOf(text, 'en')).toBe(language);
  });
  test('of a word or two is the shop’s', () => {
    expect(languageOf('Top', 'pt')).toBe('pt');
    expect(languageOf('Top', 'zh')).toBe('en');
  });
});

describe('rules', () => {
  test('have codes of their own and marks in each language', () => {
    for (const rules of [aspects, topics]) {
      expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
      for (const { code, marks } of rules)
        for (const language of ['zh', 'en', 'pt'] as const)
          expect(marks[language].length, `${code} ${language}`).toBeGreaterThan(1);
    }
  });

  test('find the same matter in three languages', () => {
    expect(topicsIn('箱子压扁了', 'zh')).toEqual(['damaged']);
    expect(topicsIn('The box was crushed', 'en')).toEqual(['damaged']);
    expect(topicsIn('A caixa veio amassada', 'pt')).toEqual(['damaged']);
    expect(topicsIn('Não recebi meu pedido', 'pt')).toEqual(['not_received']);
    expect(aspectsIn('快递小哥态度很好，包装严实', 'zh')).toEqual(
      expect.arrayContaining(['courier', 'service', 'packaging', 'delivery']),
    );
  });

  test('of Latin letters begin a word', () => {
    expect(aspectsIn('a profit', 'en')).toEqual([]);
    expect(aspectsIn('a perfect fit', 'en')).toEqual(['product']);
  });
});

describe('sentences', () => {
  test('are cut where they end', () => {
    expect(sentencesOf('坏了。退货！\nOk? Yes.')).toEqual(['坏了。', '退货！', 'Ok?', 'Yes.']);
  });
  test('cover what may be somebody’s', () => {
    expect(covered('电话 138 1234 5678 或 a.b@c.com，见 https://x.y/z 2 天')).toBe('电话 *** 或 ***，见 *** 2 天');
  });
});

test('a pair and its parts stand once in a ranking, as the pair', () => {
  const words = [
    { word: '塑胶', n: 39 },
    { word: '塑胶味', n: 39 },
    { word: '味', n: 200 },
  ];
  expect(withoutRepeats(words, ({ n }) => n, 5).map(({ word }) => word)).toEqual(['塑胶味', '味']);
});
