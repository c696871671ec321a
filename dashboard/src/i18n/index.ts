import { lazy, useSyncExternalStore, type ComponentType, type LazyExoticComponent } from 'react';

import type { Lang, LocalizedText } from '../metric/types.ts';
import { loadAreas, loadWords, wordsOf } from './load-words.ts';
import { translator, type Area, type Translate } from './translate.ts';

export { textOr } from './translate.ts';
export type { Area, TextKey, Translate } from './translate.ts';

interface Speech {
  t: Translate;
  lang: Lang;
  /** Of a text that arrives from the API in both languages. */
  pick(text: LocalizedText): string;
}

const langOf = (tag: string): Lang => (tag.startsWith('zh') ? 'zh' : 'en');

const speechIn = (lang: Lang): Speech => ({ t: translator(wordsOf(lang), lang), lang, pick: (text) => text[lang] });

let speech = speechIn('en');
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Words of the interface, and `pick` for text that arrives from the API in both languages. */
export const useText = (): Speech => useSyncExternalStore(subscribe, () => speech);

/** Before the first word is drawn: the words of the reader's language, and of no other. */
export async function startLanguage(): Promise<void> {
  await speak(langOf(document.documentElement.lang));
}

export function changeLanguage(lang: Lang): void {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  if (speech.lang !== lang) void speak(lang);
}

/** The page keeps its words until the others are here. */
async function speak(lang: Lang): Promise<void> {
  await loadWords(lang);
  if (langOf(document.documentElement.lang) !== lang) return;
  speech = speechIn(lang);
  for (const listener of listeners) listener();
}

/** A part of the interface with the words it says: neither is shown without the other. */
export async function withWords<Part>(part: Promise<Part>, areas: readonly Area[]): Promise<Part> {
  // While the language is being changed the page still speaks the one before.
  const langs = new Set([speech.lang, langOf(document.documentElement.lang)]);
  const [loaded] = await Promise.all([part, ...[...langs].map((lang) => loadAreas(areas, lang))]);
  return loaded;
}

/** A part that comes when somebody opens it. */
export const lazyPart = <Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  areas: readonly Area[] = [],
): LazyExoticComponent<ComponentType<Props>> => lazy(() => withWords(load(), areas));
