import type { DistinguishingWords } from '@rapport/model/findings';
import type { LocalizedText } from '@rapport/model/vocabulary';

const NAMED = 5;
const grouped = (count: number): string => count.toLocaleString('en-US');

/** What a comparison of texts says, in a sentence. */
export function answerOf({ more, these, those }: DistinguishingWords, isThin: boolean): LocalizedText {
  if (isThin || these.texts === 0 || those.texts === 0)
    return {
      en: `Cannot tell: there are too few texts on one side. Choose more days, or fewer filters.`,
      zh: '无法判断：其中一方的文本太少。请扩大时间范围或减少筛选条件。',
    };
  if (more.length === 0)
    return {
      en: `No word stands out: ${grouped(these.texts)} texts use the same words as the other ${grouped(those.texts)}.`,
      zh: `没有突出的词：这 ${grouped(these.texts)} 条文本与其余 ${grouped(those.texts)} 条用词相近。`,
    };
  const words = more.slice(0, NAMED).map(({ word }) => word);
  return {
    en: `What stands out in these ${grouped(these.texts)} texts: ${words.map((word) => `“${word}”`).join(', ')}.`,
    zh: `这 ${grouped(these.texts)} 条文本中最突出的词：${words.map((word) => `“${word}”`).join('、')}。`,
  };
}
