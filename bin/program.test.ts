import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Prints the address of every module that is loaded. */
const telling = `import { registerHooks } from 'node:module';
registerHooks({ load: (url, context, next) => { process.stderr.write(url + '\\n'); return next(url, context); } });`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-program-'));
  await writeFile(join(folder, 'telling.mjs'), telling);
});
afterAll(() => rm(folder, { recursive: true }));

it('is ready without the API, the engine and the metrics: a command loads what it needs when it runs', async () => {
  const imports = ['./bin/register.mjs', join(folder, 'telling.mjs')].flatMap((path) => ['--import', path]);
  const { stderr } = await promisify(execFile)(process.execPath, [...imports, 'bin/rapport.ts', '--help'], {
    cwd: root,
  });
  const loaded = stderr.split('\n');
  expect(loaded.filter((url) => url.endsWith('/bin/commands/ingest.ts'))).toHaveLength(1);
  expect(loaded.filter((url) => /\/(api|etl|api\/model)\/src\/(?!schema|vocabulary)/.test(url))).toEqual([]);
});
