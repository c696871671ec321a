import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUILT_DOCUMENTS, dashboardDirectory } from './dashboard.ts';
import { knownDocuments } from './documents.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rapport-documents-'));
  await mkdir(dashboardDirectory(root), { recursive: true });
  await mkdir(join(root, 'ours'));
  await writeFile(join(root, 'ours', 'b.graphql'), '{ shops { code } }');
  await writeFile(join(root, 'ours', 'a.graphql'), '{ viewer { name } }');
  await writeFile(join(root, 'ours', 'notes.md'), 'no document');
});
afterAll(() => rm(root, { recursive: true }));

const ofFolder = (folder: string | null): Promise<string[]> =>
  knownDocuments({ root, documents: { folder, onlyFor: [] } });

it('knows nothing before the dashboard is built, then what its pages ask, then the files of the folder', async () => {
  expect(await ofFolder(null)).toEqual([]);
  await writeFile(join(dashboardDirectory(root), BUILT_DOCUMENTS), '{"sha256:1": "query Page { viewer { role } }"}');
  expect(await ofFolder(null)).toEqual(['query Page { viewer { role } }']);
  expect(await ofFolder(join(root, 'ours'))).toEqual([
    'query Page { viewer { role } }',
    '{ viewer { name } }',
    '{ shops { code } }',
  ]);
});

it('says so where the folder is not there', async () => {
  await expect(ofFolder(join(root, 'none'))).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^RAPPORT_DOCUMENTS: there is no folder .*none\. Make it, or unset the variable\.$/),
  });
});
