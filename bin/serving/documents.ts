import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import { BUILT_DOCUMENTS, dashboardDirectory } from './dashboard.ts';

async function ofDashboard(root: string): Promise<string[]> {
  const text = await readFile(join(dashboardDirectory(root), BUILT_DOCUMENTS), 'utf8').catch(() => '{}');
  return Object.values(JSON.parse(text) as Record<string, string>);
}

async function ofFolder(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => {
    throw new CommandError(
      EXIT.usage,
      `RAPPORT_DOCUMENTS: there is no folder ${folder}. Make it, or unset the variable.`,
    );
  });
  const files = names.filter((name) => name.endsWith('.graphql')).toSorted();
  return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
}

/** The documents a server knows before anybody asks: what its own pages ask, and what lies in the operator's folder. */
export async function knownDocuments({ root, documents }: Pick<Config, 'root' | 'documents'>): Promise<string[]> {
  const ofPages = await ofDashboard(root);
  return documents.folder === null ? ofPages : [...ofPages, ...(await ofFolder(documents.folder))];
}
