import type { LocalizedText } from '../../../vocabulary/index.ts';
import type { TextLanguage } from '../language.ts';

/**
 * What a text speaks of, told by what stands in it. Chinese: parts of the text as written. English and Portuguese: beginnings of
 * words without accents, a space for the next word ("nao recebi").
 */
export interface TextRule {
  code: string;
  label: LocalizedText;
  means: LocalizedText;
  marks: Record<TextLanguage, readonly string[]>;
}

/** Marks in one line, parted by commas: as people keep such lists. */
export const listed = (text: string): readonly string[] => text.split(/[,，]\s*/).filter((mark) => mark !== '');
