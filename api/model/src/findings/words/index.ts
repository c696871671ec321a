export {
  distinguishingWords,
  USUAL_WORDS,
  type DistinguishingWord,
  type DistinguishingWords,
  type WordsRequest,
} from './distinguishing-words.ts';
export { textLanguages, type TextLanguage } from './language.ts';
export { readTexts } from './read-texts.ts';
export { textKinds, type TextKind, type TextSlice } from './slice.ts';
