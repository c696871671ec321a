import type { LocalizedText } from '../vocabulary/index.ts';

/** Where a formula comes from: notes of a metric. */
export const common: LocalizedText = {
  en: 'A common definition in the field, not a rule of any platform.',
  zh: '业内通用口径，并非某一平台的规定。',
};

/** The owner's own document says so. */
export const official = (en: string, zh: string): LocalizedText => ({
  en: `As defined in ${en}’s own documentation.`,
  zh: `口径依据${zh}官方文档。`,
});

/** Read in someone else's copy of the owner's rule. */
export const quoted = (en: string, zh: string): LocalizedText => ({
  en: `As ${en} defines it according to a third party; not checked against the owner’s own document.`,
  zh: `口径转引自第三方记载的${zh}，未与原始文件核对。`,
});
