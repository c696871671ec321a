import type { TextLanguage } from '../language.ts';
import { aspects } from './aspects.ts';
import type { TextRule } from './rule.ts';
import { topics } from './topics.ts';

/** Raise it when a list of rules or the way texts are read changes: then all texts are read again. */
export const RULES = 1;

type Matcher = (text: string) => string[];

const escaped = (mark: string): string => mark.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');

/** Chinese marks stand anywhere; those of the others begin a word. */
function matcherOf(rules: readonly TextRule[], language: TextLanguage): Matcher {
  const begins = language === 'zh' ? '' : '\\b';
  const each = rules.map(({ code, marks }) => ({
    code,
    pattern: new RegExp(`${begins}(?:${marks[language].map(escaped).join('|')})`, 'u'),
  }));
  return (text) => each.filter(({ pattern }) => pattern.test(text)).map(({ code }) => code);
}

const matchersOf = (rules: readonly TextRule[]): Record<TextLanguage, Matcher> => ({
  zh: matcherOf(rules, 'zh'),
  en: matcherOf(rules, 'en'),
  pt: matcherOf(rules, 'pt'),
});
const ofAspects = matchersOf(aspects);
const ofTopics = matchersOf(topics);

const plain = (text: string): string =>
  text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('n’t', ' not').replaceAll("n't", ' not');

export const aspectsIn = (text: string, language: TextLanguage): string[] => ofAspects[language](plain(text));
export const topicsIn = (text: string, language: TextLanguage): string[] => ofTopics[language](plain(text));
