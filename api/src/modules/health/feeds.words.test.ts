import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { feedTitle } from './feeds.words.ts';

// Printed from the contracts, which this package may not import.
const document = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'feeds.md'), 'utf8');
const feeds = [...document.matchAll(/^\| \[(\w+)\]\(#\1\) \|/gm)].map(([, feed]) => feed ?? '');

it('every feed has a name in both languages', () => {
  expect(feeds.length).toBeGreaterThan(30);
  expect(feeds.filter((feed) => feedTitle(feed).en === feed || !/\p{Script=Han}/u.test(feedTitle(feed).zh))).toEqual(
    [],
  );
});
