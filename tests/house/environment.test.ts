import { glob, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** Given by npm, not by people. */
const OF_NPM = new Set(['INIT_CWD']);
const OF_COMPOSE = ['POSTGRES_PASSWORD', 'POSTGRES_SHARED_BUFFERS'];

async function variablesRead(): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of ['api', 'etl', 'bin', 'tests']) {
    for await (const file of glob('**/config{.ts,/*.ts}', {
      cwd: join(root, folder),
      exclude: (name) => name.includes('node_modules'),
    })) {
      const text = await readFile(join(root, folder, file), 'utf8');
      for (const [, name] of text.matchAll(/^\s*([A-Z][A-Z0-9_]{2,}): [a-z]/gm))
        if (name && !OF_NPM.has(name)) found.add(name);
    }
  }
  return [...found];
}

it('.env.example names every variable that is read, and no other', async () => {
  const text = await readFile(join(root, '.env.example'), 'utf8');
  const named = [...text.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  const read = await variablesRead();
  expect(new Set(named)).toEqual(new Set([...read, ...OF_COMPOSE]));
  expect(named.length).toBe(new Set(named).size);
});
