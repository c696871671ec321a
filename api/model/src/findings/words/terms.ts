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

/** Harman's S stemmer (How effective is suffixing?, JASIS 42, 1991): plurals only. */
function singularEnglish(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/(?<![ea])ies$/.test(word)) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const singularPortuguese = (word: string): string =>
  word.length > 3 && /[aeo]s$/.test(word) ? word.slice(0, -1) : word;

/** The words of a clause in order, in their plain form. */
function wordsOf(clause: string, language: TextLanguage): string[] {
  if (language === 'zh')
    return [...chinese.segment(clause.toLowerCase())]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment);
  const singular = language === 'en' ? singularEnglish : singularPortuguese;
  return folded(clause)
    .split(/\s+/)
    .map((word) => (stopWords[language].has(word) ? word : singular(word)));
}

const isWord = (word: string): boolean => A_WORD.test(word) && word.length <= LONGEST;
const isPlain = (word: string, language: TextLanguage): boolean => isWord(word) && !stopWords[language].has(word);

/** Numbers and what holds a digit never become a term: telephone and order numbers say nothing and tell of persons. */
function termsOfClause(clause: string, language: TextLanguage): string[] {
  const words = wordsOf(clause, language);
  const between = language === 'zh' ? '' : ' ';
  return words.flatMap((word, index) => {
    const isAlone = isPlain(word, language) && !NEGATIONS.has(word);
    const next = words[index + 1];
    const isPair = next !== undefined && isPlain(word, language) && isPlain(next, language) && !NEGATIONS.has(next);
    return [...(isAlone ? [word] : []), ...(isPair ? [`${word}${between}${next}`] : [])];
  });
}

/** What a text is counted by: its words in plain form and the pairs that stand side by side, each once. */
export function termsOf(text: string, language: TextLanguage): string[] {
  const clauses = text.slice(0, MOST_CHARACTERS).replaceAll(NOT, ' not').replaceAll(APOSTROPHE, '$1 $2').split(CLAUSES);
  return [...new Set(clauses.flatMap((clause) => termsOfClause(clause, language)))];
}
