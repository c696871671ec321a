import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Ended {
  code: number;
  output: string;
}

/** A tool of node_modules, run by the Node that runs this: what the shell's PATH holds does not matter. */
export async function toolPath(folder: string, name: string, command: string): Promise<string> {
  const home = join(root, folder, 'node_modules', name);
  const { bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join(home, typeof bin === 'string' ? bin : (bin[command] ?? ''));
}

/** Runs Node with these arguments. What it prints is kept, and shown as it comes where `live`. */
export function runNode(args: string[], options: { cwd?: string; live?: boolean } = {}): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: join(root, options.cwd ?? '.'),
      stdio: ['ignore', options.live ? 'inherit' : 'pipe', options.live ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
