import { copyFileSync, readFileSync } from 'node:fs';
import { root } from '../../runner/command.ts';
import { join } from 'node:path';
import { compareSchemas } from './changes.ts';

// What has changed in the schema since the last release. --release makes what is committed now the released one.
const released = join(root, 'api', 'released.graphql');
const now = join(root, 'api', 'schema.graphql');
const today = new Date().toISOString().slice(0, 10);

const changes = await compareSchemas(readFileSync(released, 'utf8'), readFileSync(now, 'utf8'), today);
const list = (name: string, lines: readonly string[]): string =>
  `${name}: ${lines.length}\n${lines.map((line) => `  ${line}\n`).join('')}`;
process.stdout.write(
  [
    list('Breaking', changes.breaking),
    list('of these unannounced', changes.unannounced),
    list('Dangerous', changes.dangerous),
    list('Safe', changes.safe),
  ].join('\n'),
);
if (changes.unannounced.length > 0) process.exitCode = 1;
else if (process.argv.includes('--release')) copyFileSync(now, released);
