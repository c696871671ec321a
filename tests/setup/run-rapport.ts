import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { bareEnvironment } from '../testkit/config.ts';

export const root = resolve(import.meta.dirname, '../..');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end in the repository. */
export function run(command: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...bareEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
    child.once('error', failed);
    child.once('close', (code) => done({ code, ...said }));
  });
}

/** The rapport command itself, without npm and bootstrap. */
export function rapport(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return run(process.execPath, ['--import', './bin/register.mjs', 'bin/rapport.ts', ...args], env);
}

export function lastLine(text: string): unknown {
  return JSON.parse(text.trim().split('\n').at(-1) ?? '');
}
