import { shinglesOf, sketchOf } from '../../statistics/index.ts';
import { languageOf, type TextLanguage } from './language.ts';
import { aspectsIn, topicsIn } from './rules/match.ts';
import { termsOf } from './terms.ts';

/** What is kept of a text: nothing of it can be put together again. */
export interface ReadText {
  language: TextLanguage | '';
  terms: string[];
  aspects: string[];
  topics: string[];
  sketch: number[];
}

/** Of fewer letters two texts are alike by chance. */
const LEAST_LETTERS = 8;
const NO_LETTER = /[^\p{L}]+/gu;

function sketchOfText(text: string): number[] {
  const letters = text.toLowerCase().replaceAll(NO_LETTER, '');
  return letters.length < LEAST_LETTERS ? [] : sketchOf(shinglesOf(letters));
}

/** `usual`: the Latin language of the shop, for texts too short to tell. */
export function readText(text: string, usual: TextLanguage): ReadText {
  const language = languageOf(text, usual);
  if (language === null) return { language: '', terms: [], aspects: [], topics: [], sketch: [] };
  return {
    language,
    terms: termsOf(text, language),
    aspects: aspectsIn(text, language),
    topics: topicsIn(text, language),
    sketch: sketchOfText(text),
  };
}
