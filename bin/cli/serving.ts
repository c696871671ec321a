import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const serving = z.object({ url: z.url(), pid: z.number().int() });
export type Serving = z.infer<typeof serving>;

const pathIn = (home: string): string => join(home, 'serving.json');

/** Where this home was last served; only a hint for messages and links: the lock in the database is what decides. */
export async function readServing(home: string): Promise<Serving | null> {
  try {
    return serving.parse(JSON.parse(await readFile(pathIn(home), 'utf8')));
  } catch {
    return null;
  }
}

export async function writeServing(home: string, value: Serving): Promise<void> {
  await writeFile(pathIn(home), `${JSON.stringify(value)}\n`, { mode: 0o600 });
}

export async function forgetServing(home: string): Promise<void> {
  await rm(pathIn(home), { force: true });
}
