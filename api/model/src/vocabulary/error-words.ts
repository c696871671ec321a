import type { LocalizedText } from './text.ts';

export interface ErrorWords {
  title: LocalizedText;
  /** What a person does about it. */
  remedy: LocalizedText;
}

type Pair = readonly [en: string, zh: string];

export function words([en, zh]: Pair, [remedy, remedyZh]: Pair): ErrorWords {
  return { title: { en, zh }, remedy: { en: remedy, zh: remedyZh } };
}
