import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, EXIT } from '../cli/failures.ts';
import { packAssets } from './pack-assets.ts';

/** The documents its pages ask, by their hash, as the server is told of them. */
export const BUILT_DOCUMENTS = '.documents.json';
const STAMP = '.built-from';
const INPUTS = [
  'dashboard/package.json',
  'dashboard/index.html',
  'dashboard/vite.config.ts',
  'dashboard/codegen.ts',
  'dashboard/tsconfig.json',
  'api/schema.graphql',
  'pnpm-lock.yaml',
];
const FOLDERS = ['dashboard/src', 'dashboard/build', 'dashboard/public', 'docs/examples'];

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** A hash of everything the build reads; generated documents are left out, since they follow from the rest. */
async function inputHash(root: string): Promise<string> {
  const generated = join(root, 'dashboard', 'src', 'gql');
  const below = (await Promise.all(FOLDERS.map((folder) => filesBelow(join(root, folder))))).flat();
  const files = [...INPUTS.map((file) => join(root, file)), ...below]
    .filter((file) => !file.startsWith(generated))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.slice(root.length)}\0`).update(await readFile(file).catch(() => ''));
  return hash.digest('hex');
}

async function binOf(directory: string, name: string, command: string): Promise<string> {
  const folder = join(directory, 'node_modules', name);
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[command];
  return join(folder, path ?? '');
}

function runNode(args: string[], cwd: string, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = (): void => void child.kill();
    signal?.addEventListener('abort', stop, { once: true });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      if (code === 0) resolve();
      else
        reject(
          new CommandError(
            EXIT.failed,
            `The dashboard could not be built:\n${said.trim().split('\n').slice(-30).join('\n')}`,
          ),
        );
    });
  });
}

export const dashboardDirectory = (root: string): string => join(root, 'dashboard', 'dist');

/** True when dashboard/dist was built from what lies in the repository now. */
export async function isBuilt(root: string): Promise<boolean> {
  const stamp = await readFile(join(dashboardDirectory(root), STAMP), 'utf8').catch(() => '');
  return stamp.trim() === (await inputHash(root));
}

const isTaken = (error: unknown): boolean => ['ENOTEMPTY', 'EEXIST'].includes((error as { code?: string }).code ?? '');

/** Puts what was built in the place of what is served: a page that is asked for meanwhile is one or the other. */
async function deliver(built: string, served: string): Promise<void> {
  const before = `${built}.before`;
  await rename(served, before).catch(() => undefined);
  // Another build may have been delivered in this moment: it is of the same sources, and as good.
  await rename(built, served).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
  });
  await rm(before, { recursive: true, force: true });
}

/** Builds the dashboard unless it is current; a child process, so that loading goes on meanwhile. */
export async function buildDashboard(root: string, signal?: AbortSignal): Promise<'built' | 'current'> {
  if (await isBuilt(root)) return 'current';
  const hash = await inputHash(root);
  const directory = join(root, 'dashboard');
  const built = join(dashboardDirectory(root), '..', `.dist-${process.pid}`);
  try {
    await runNode(
      [await binOf(directory, '@graphql-codegen/cli', 'graphql-codegen'), '--config', 'codegen.ts'],
      directory,
      signal,
    );
    await runNode(
      [await binOf(directory, 'vite', 'vite'), 'build', '--logLevel', 'warn', '--outDir', built],
      directory,
      signal,
    );
    await packAssets(join(built, 'assets'));
    await copyFile(join(directory, 'src', 'gql', 'persisted-documents.json'), join(built, BUILT_DOCUMENTS));
    await writeFile(join(built, STAMP), `${hash}\n`);
    if (!(await isBuilt(root))) await deliver(built, dashboardDirectory(root));
  } finally {
    await rm(built, { recursive: true, force: true });
  }
  return 'built';
}
