import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

import type { Lang, LocalizedText } from '../metric/types.ts';
import { resources } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: (typeof resources)['en'] };
  }
}

void i18next.use(initReactI18next).init({
  resources: { en: { translation: resources.en }, zh: { translation: resources.zh } },
  lng: document.documentElement.lang.startsWith('zh') ? 'zh' : 'en',
  fallbackLng: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** Words of the interface, and `pick` for text that arrives from the API in both languages. */
export function useText() {
  const { t, i18n } = useTranslation();
  const lang: Lang = i18n.language === 'zh' ? 'zh' : 'en';
  return { t, lang, pick: (text: LocalizedText) => text[lang] };
}

export function changeLanguage(lang: Lang): void {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  if (i18next.language !== lang) void i18next.changeLanguage(lang);
}
