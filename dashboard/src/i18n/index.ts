import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

import type { Lang, LocalizedText } from '../metric/types.ts';
import { loadWords } from './load-words.ts';
import type { resources } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: (typeof resources)['en'] };
  }
}

const langOf = (tag: string): Lang => (tag.startsWith('zh') ? 'zh' : 'en');

/** Before the first word is drawn: the words of the reader's language, and of no other. */
export async function startLanguage(): Promise<void> {
  const lang = langOf(document.documentElement.lang);
  await i18next.use(initReactI18next).init({
    resources: { [lang]: { translation: await loadWords[lang]() } },
    lng: lang,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Words of the interface, and `pick` for text that arrives from the API in both languages. */
export function useText() {
  const { t, i18n } = useTranslation();
  const lang: Lang = i18n.language === 'zh' ? 'zh' : 'en';
  return { t, lang, pick: (text: LocalizedText) => text[lang] };
}

export function changeLanguage(lang: Lang): void {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  if (i18next.language !== lang) void speak(lang);
}

/** The page keeps its words until the others are here. */
async function speak(lang: Lang): Promise<void> {
  if (!i18next.hasResourceBundle(lang, 'translation'))
    i18next.addResourceBundle(lang, 'translation', await loadWords[lang]());
  if (langOf(document.documentElement.lang) === lang) await i18next.changeLanguage(lang);
}
