export type Lang = 'en' | 'zh';

/** A text that exists in both languages of the product. */
export interface Bilingual {
  en: string;
  zh: string;
}

export const say = (text: Bilingual, lang: Lang): string => text[lang];
