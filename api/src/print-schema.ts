import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printedSchema } from './schema.ts';

// Writes api/schema.graphql; with --check it only compares, and fails where they differ.
const file = join(import.meta.dirname, '..', 'schema.graphql');
const printed = printedSchema();
if (!process.argv.includes('--check')) {
  writeFileSync(file, printed);
} else if (readFileSync(file, 'utf8') !== printed) {
  process.stderr.write(
    'api/schema.graphql is not what the classes print. Run: node --import ./bin/register.mjs api/src/print-schema.ts\n',
  );
  process.exitCode = 1;
}
