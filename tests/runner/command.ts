import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { environmentWith } from './config.ts';

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

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs Node with these arguments. What it prints is kept, and shown as it comes where `live`. Told to stop, it is the child that stops,
 *  so that whoever waits for it tidies up. */
export function runNode(
  args: string[],
  options: { cwd?: string; live?: boolean; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: join(root, options.cwd ?? '.'),
      env: environmentWith(options.env),
      stdio: ['ignore', options.live ? 'inherit' : 'pipe', options.live ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    child.once('error', failed);
    child.once('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, forward);
      done({ code: code ?? 1, output });
    });
  });
}
