import type { TextLanguage } from './language.ts';
import { enStopWords } from './stop-words/en.ts';
import { ptStopWords } from './stop-words/pt.ts';
import { zhStopWords } from './stop-words/zh.ts';

const stopWords = { zh: zhStopWords, en: enStopWords, pt: ptStopWords };
/** They say nothing alone, but turn the word they stand before: "not arrived". */
const NEGATIONS: ReadonlySet<string> = new Set(['不', '没', '无', '别', 'not', 'no', 'never', 'nao', 'nunca', 'sem']);
const CLAUSES = /[\n\r.!?;:,…。！？；：，、~～—()（）"“”'‘’《》<>【】[\]/\\|*#]+/u;
const NOT = /n['’]t\b/gi;
const APOSTROPHE = /(\p{L})['’](\p{L})/gu;
const A_WORD = /^\p{L}[\p{L}\p{M}]*$/u;
const LONGEST = 24;
/** Of a text longer than that the rest says little new. */
const MOST_CHARACTERS = 4_000;

const chinese = new Intl.Segmenter('zh', { granularity: 'word' });

/** Accents are often left out, and letters drawn out: "péssimo", "pessimo", "muuuito". */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(\p{L})\1{2,}/gu, '$1');

/** Plurals only, as Harman's S stemmer (How effective is suffixing?, JASIS 42, 1991), with "boxes" read as "box". */
function singularEnglish(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/(?<![ea])ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const singularPortuguese = (word: string): string =>
  word.length > 3 && /[aeo]s$/.test(word) ? word.slice(0, -1) : word;

const BREAK = '';

/** The words in order, in their plain form; where a clause ends, a break. */
function wordsOf(text: string, language: TextLanguage): string[] {
  if (language === 'zh') {
    const words: string[] = [];
    for (const { segment, isWordLike } of chinese.segment(text.toLowerCase())) words.push(isWordLike ? segment : BREAK);
    return words;
  }
  const singular = language === 'en' ? singularEnglish : singularPortuguese;
  const clauses = folded(text.replaceAll(NOT, ' not').replaceAll(APOSTROPHE, '$1 $2')).split(CLAUSES);
  return clauses.flatMap((clause) => [
    ...clause.split(/\s+/).map((word) => (stopWords[language].has(word) ? word : singular(word))),
    BREAK,
  ]);
}

const isWord = (word: string): boolean => A_WORD.test(word) && word.length <= LONGEST;
const isPlain = (word: string, language: TextLanguage): boolean => isWord(word) && !stopWords[language].has(word);

/**
 * What a text is counted by: its words in plain form and the pairs that stand side by side, each once. Numbers and what holds a
 * digit never become a term: telephone and order numbers say nothing and tell of persons.
 */
export function termsOf(text: string, language: TextLanguage): string[] {
  const terms = new Set<string>();
  const between = language === 'zh' ? '' : ' ';
  let last = BREAK; // a plain word that the next one may stand beside
  for (const word of wordsOf(text.slice(0, MOST_CHARACTERS), language)) {
    const isNegation = NEGATIONS.has(word);
    if (!isPlain(word, language)) last = BREAK;
    else {
      if (!isNegation) terms.add(word);
      if (last !== BREAK && !isNegation) terms.add(`${last}${between}${word}`);
      last = word;
    }
  }
  return [...terms];
}
