import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');

const settings = z
  .object({
    RAPPORT_TEST_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    RAPPORT_REAL_DATA: z.string().default('../shared/data'),
  })
  .parse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')));

/** A server to use instead of an embedded one: its superuser's URL. */
export const testServerUrl = settings.RAPPORT_TEST_DATABASE_URL;

/** A folder of the real data sets (`realData('olist')`), or null where this machine does not have it. */
export function realData(folder: string): string | null {
  const path = join(resolve(root, settings.RAPPORT_REAL_DATA), folder);
  return existsSync(path) ? path : null;
}

/** What a program started by a test needs to start at all; nothing else of our environment may decide what it does. */
export function bareEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), NO_COLOR: '1' };
}
