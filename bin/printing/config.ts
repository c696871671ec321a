import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Chromium {
  path: string;
  env: Record<string, string>;
  /** Takes away what was unpacked for it. */
  remove(): Promise<void>;
}

/** Makes the package bring the libraries that a bare machine, such as the production image, lacks. */
const AS_ON_LAMBDA = 'AWS_Lambda_nodejs24.x';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const environment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** The browser that is named, else one of the system's, else the one of our npm package; null: there is none. */
export async function findChromium(named: string | null): Promise<Chromium | null> {
  const path = named ?? installed.find((each) => existsSync(each));
  if (path !== undefined) return existsSync(path) ? { path, env: environment(), remove: async () => undefined } : null;
  return packaged();
}

/**
 * Unpacked into a folder of this process: two that unpack into one would start half a browser. The package decides by the environment at import time, so the environment is changed
 * around the import and put back: nothing else in this process sees it.
 */
async function packaged(): Promise<Chromium | null> {
  if (process.platform !== 'linux') return null;
  const directory = await mkdtemp(join(tmpdir(), 'rapport-chromium-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: directory, AWS_EXECUTION_ENV: AS_ON_LAMBDA });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    const fonts = await writeFonts(directory);
    return { path, env: { ...environment(), FONTCONFIG_FILE: fonts }, remove };
  } catch {
    await remove();
    return null;
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Pages bring their own letters, Chinese ones too; without a single font on the machine the renderer would die before they arrive. */
async function writeFonts(directory: string): Promise<string> {
  const path = join(directory, 'fonts.conf');
  const folders = ['fonts/fonts', 'fonts'].map((folder) => `<dir>${join(directory, folder)}</dir>`).join('');
  await writeFile(path, `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${directory}</cachedir></fontconfig>`);
  return path;
}
