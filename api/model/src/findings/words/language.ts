/** Languages whose words are told apart from one another. */
export const textLanguages = ['zh', 'en', 'pt'] as const;
export type TextLanguage = (typeof textLanguages)[number];

const HAN = /\p{Script=Han}/u;
const LETTERS = /\p{L}/u;
/** Small words and marks that the other Latin language lacks. */
const PORTUGUESE =
  /[ãõçáâêéíóôú]|\b(nao|que|com|para|uma|muito|bom|boa|otimo|otima|produto|recomendo|entrega|prazo|chegou|recebi|ainda|loja|veio|gostei|tudo|antes|comprei|qualidade|pra|meu|minha|foi|esta|nota|excelente|rapida|rapido|perfeito|certo|super)\b/giu;
const ENGLISH =
  /\b(the|is|it|and|was|for|not|this|with|very|good|great|my|to|of|in|arrived|product|delivery|quality|when|does|are|you|but|days|never|please|parcel)\b/giu;

const countOf = (text: string, marks: RegExp): number => text.match(marks)?.length ?? 0;

/** Null: nothing in it is a word. `usual`: what is taken where a few Latin letters do not tell. */
export function languageOf(text: string, usual: TextLanguage): TextLanguage | null {
  if (HAN.test(text)) return 'zh';
  if (!LETTERS.test(text)) return null;
  const [pt, en] = [countOf(text, PORTUGUESE), countOf(text, ENGLISH)];
  if (pt !== en) return pt > en ? 'pt' : 'en';
  return usual === 'zh' ? 'en' : usual;
}
