import { describe, expect, it } from 'vitest';

import { loadAreas, loadWords, wordsOf } from './load-words.ts';
import { resources } from './resources.ts';
import type { Area } from './translate.ts';

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
    const areas = Object.keys(resources.en) as Area[];
    await loadWords('en');
    const ofPages = areas.filter((area) => !(area in wordsOf('en')));
    expect(ofPages.length).toBeGreaterThan(30);
    await loadAreas(ofPages, 'en');
    expect(wordsOf('en')).toEqual(resources.en);
    expect(wordsOf('zh')).toEqual({});
    // Another language is chosen: what the open pages say comes in it.
    await loadWords('zh');
    expect(wordsOf('zh')).toEqual(resources.zh);
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
