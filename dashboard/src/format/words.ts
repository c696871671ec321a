import { say, type Bilingual, type Lang } from './lang.ts';

const SURE: Bilingual = { en: 'beyond noise', zh: '超出噪声' };
const NOISE: Bilingual = { en: 'within noise', zh: '在噪声之内' };
const UNKNOWN: Bilingual = { en: 'cannot tell', zh: '无法判断' };

/** Whether a change can be told from chance; no answer is not the same as "no". */
export function significanceText(significant: boolean | null | undefined, lang: Lang): string {
  if (significant === null || significant === undefined) return say(UNKNOWN, lang);
  return say(significant ? SURE : NOISE, lang);
}

const SETTLED: Bilingual = { en: 'settled', zh: '已定' };
const MATURING: Bilingual = { en: 'still maturing', zh: '尚未成熟' };

export const maturityText = (mature: boolean, lang: Lang): string => say(mature ? SETTLED : MATURING, lang);

/** Direction is the glyph, noise its own: never colour alone. */
export function directionGlyph(
  change: number | null | undefined,
  significant: boolean | null | undefined,
): '▲' | '▼' | '≈' {
  if (change === null || change === undefined || change === 0 || significant === false) return '≈';
  return change > 0 ? '▲' : '▼';
}
