import { glob, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** The glossary names the word to avoid; columns are called as the shops of others call them. */
const OF_OTHERS = ['docs/glossary.md', 'etl/src/scaffold/feeds/synonyms'].map((path) => join(path));

it('who buys is called 顾客 wherever Chinese is written, and 客户 only in the name of a measure', async () => {
  const found: string[] = [];
  let chinese = 0;
  for await (const file of glob(
    ['{api,etl,bin}/**/*.{ts,sql,yaml,graphql}', 'dashboard/src/**/*.{ts,tsx}', 'docs/**/*.{md,graphql}', '*.md'],
    { cwd: root, exclude: (name) => /(^|[/\\])(node_modules|gql)$/.test(name) },
  )) {
    if (OF_OTHERS.some((path) => file.startsWith(path))) continue;
    const lines = (await readFile(join(root, file), 'utf8')).split('\n');
    chinese += lines.filter((line) => line.includes('顾客')).length;
    lines.forEach((line, at) => {
      if (/客户(?!满意度)/.test(line)) found.push(`${file}:${at + 1}: ${line.trim()}`);
    });
  }
  expect(found).toEqual([]);
  expect(chinese).toBeGreaterThan(100);
});
