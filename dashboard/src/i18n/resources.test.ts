import { describe, expect, it } from 'vitest';

import { loadWords } from './load-words.ts';
import { resources } from './resources.ts';

type Words = { readonly [key: string]: string | Words };

function flatten(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const name = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[name, value]] : flatten(value, name);
  });
}

const placeholders = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]));

describe('the words of the interface', () => {
  it('reach a reader in one language, whole', async () => {
    expect(await loadWords.en()).toEqual(resources.en);
    expect(await loadWords.zh()).toEqual(resources.zh);
  });

  const en = Object.fromEntries(flatten(resources.en));
  const zh = Object.fromEntries(flatten(resources.zh));

  it('have the same keys in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('take the same values in both languages', () => {
    for (const [key, text] of Object.entries(en))
      expect({ key, takes: placeholders(zh[key] ?? '') }).toEqual({ key, takes: placeholders(text) });
  });

  it('are never empty and never left untranslated', () => {
    const sameOnPurpose = /^(card\.csv|card\.sample|export\.name[A-Z]+|overview\.inMonth|session\.(demoC|c)ommand)$/;
    const forgotten = Object.entries(en).filter(
      ([key, text]) => text === '' || zh[key] === '' || (zh[key] === text && !sameOnPurpose.test(key)),
    );
    expect(forgotten).toEqual([]);
  });
});
