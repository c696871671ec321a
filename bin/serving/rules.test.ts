import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXIT } from '../cli/failures.ts';
import { knownRuleSets } from './rules.ts';

test('a server knows the product’s rule sets without a folder of the shop’s own', () => {
  expect(knownRuleSets({ rules: null }).map(({ id }) => id)).toContain('amazon');
});

test('a mistake in the folder keeps it from starting, as a wrong use of the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-rules-'));
  writeFileSync(join(folder, 'ours.yaml'), 'id: ours\n');
  try {
    expect(() => knownRuleSets({ rules: folder })).toThrow(
      expect.objectContaining({
        exitCode: EXIT.usage,
        message: expect.stringMatching(/ours\.yaml, rules: .*expected array/),
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
