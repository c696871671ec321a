import type { Lang } from './lang.ts';

const rules: Partial<Record<Lang, Intl.PluralRules>> = {};

/** Which form of a word goes with a number: "one" and "other" in English, "other" alone in Chinese. */
export function pluralOf(count: number, lang: Lang): Intl.LDMLPluralRule {
  rules[lang] ??= new Intl.PluralRules(lang);
  return rules[lang].select(count);
}
