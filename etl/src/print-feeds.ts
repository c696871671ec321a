import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feedsDocument } from './kit/feeds/document.ts';

// Writes docs/feeds.md; with --check it only compares, and fails where they differ.
const file = join(import.meta.dirname, '..', '..', 'docs', 'feeds.md');
const printed = feedsDocument();
if (!process.argv.includes('--check')) {
  writeFileSync(file, printed);
} else if (readFileSync(file, 'utf8') !== printed) {
  process.stderr.write(
    'docs/feeds.md is not what the contracts say. Run: node --import ./bin/register.mjs etl/src/print-feeds.ts\n',
  );
  process.exitCode = 1;
}
