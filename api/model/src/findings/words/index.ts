export {
  distinguishingWords,
  USUAL_WORDS,
  type DistinguishingWord,
  type DistinguishingWords,
  type SideOfTexts,
  type WordsRequest,
} from './distinguishing-words.ts';
export { textLanguages, type TextLanguage } from './language.ts';
export { readText } from './read-text.ts';
export { readTexts } from './read-texts.ts';
export { sentencesSaying, type SaidRequest, type Saying } from './said.ts';
export { covered } from './sentences.ts';
export { textKinds, type TextKind, type TextSlice } from './slice.ts';
export { subjectsOf, type Subject, type Subjects, type SubjectsRequest } from './subjects.ts';
export { learnFrom, toneOfTexts, type Recognised, type ToneOfKind, type ToneOfTexts } from './tone.ts';
export { polarityOf } from './polarity.ts';
export { readStateOfTexts, type ReadState } from './up-to-date.ts';
