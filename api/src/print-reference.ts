import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples } from './reference/examples.ts';
import { referencePages } from './reference/reference.ts';
import { buildApiSchema } from './schema.ts';

// Writes docs/api; with --check it only compares, and fails where they differ.
const docs = join(import.meta.dirname, '..', '..', 'docs');
const directory = join(docs, 'api');
const pages = referencePages(buildApiSchema(), readExamples(join(docs, 'examples')));
mkdirSync(directory, { recursive: true });
if (process.argv.includes('--check')) {
  const present = readdirSync(directory).toSorted();
  const stale = Object.entries(pages).filter(
    ([name, text]) => !present.includes(name) || readFileSync(join(directory, name), 'utf8') !== text,
  );
  if (stale.length > 0 || present.length !== Object.keys(pages).length) {
    process.stderr.write(
      `docs/api is not what the schema says (${stale.map(([name]) => name).join(', ')}). Run: node --import ./bin/register.mjs api/src/print-reference.ts\n`,
    );
    process.exitCode = 1;
  }
} else {
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(directory, name), text);
}
