import type { Lang } from '../metric/types.ts';

/** The words of one language: a reader downloads no others. `?en` makes of each file one that holds that language alone. */
export const loadWords = {
  en: async () => (await import('./words-en.ts')).default,
  zh: async () => (await import('./words-zh.ts')).default,
} satisfies Record<Lang, () => Promise<Record<string, unknown>>>;
