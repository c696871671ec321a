import { pluralOf, type Lang } from '../format/index.ts';
import type { resources } from './resources.ts';

type All = (typeof resources)['en'];
/** What the words are of: a file of texts each. */
export type Area = keyof All;

/** `lead_one` and `lead_other` are asked for as `lead`, with a count. */
type Stem<Key extends string> = Key extends `${infer Word}_${'zero' | 'one' | 'other'}` ? Key | Word : Key;
type KeyOf<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string ? Stem<Key> : `${Key}.${KeyOf<Words[Key]>}`;
}[keyof Words & string];
export type TextKey = KeyOf<All>;

export type Values = Readonly<Record<string, string | number | null | undefined>>;
export type Translate = (key: TextKey, values?: Values) => string;

const PLACE = /\{\{(\w+)\}\}/g;

function found(words: object, key: string): string | undefined {
  let at: unknown = words;
  for (const name of key.split('.')) at = (at as Record<string, unknown> | undefined)?.[name];
  return typeof at === 'string' ? at : undefined;
}

function counted(words: object, key: string, count: number, lang: Lang): string | undefined {
  const none = count === 0 ? found(words, `${key}_zero`) : undefined;
  return none ?? found(words, `${key}_${pluralOf(count, lang)}`);
}

/** The words for a code that the API may have more of than the interface has words for. */
export function textOr(t: Translate, key: string, otherwise: string): string {
  const text = t(key as TextKey);
  return text === key ? otherwise : text;
}

/** The words as they are now: an area that arrives later is found later. A key without words is shown as it is. */
export function translator(words: object, lang: Lang): Translate {
  return (key, values) => {
    const count = values?.['count'];
    const text = (typeof count === 'number' ? counted(words, key, count, lang) : undefined) ?? found(words, key);
    if (text === undefined) return key;
    return values ? text.replace(PLACE, (_, name: string) => String(values[name] ?? '')) : text;
  };
}
