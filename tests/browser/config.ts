import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ChromiumBinary {
  path: string;
  env: Record<string, string>;
  remove(): Promise<void>;
}

const AS_ON_LAMBDA = 'AWS_Lambda_nodejs24.x'; // makes the package bring the libraries that a bare machine lacks

/**
 * Extracts the packaged Chromium into a directory of its own. The package decides by the environment at import time,
 * so the environment is changed around the import and put back: nothing else in this process sees it.
 */
export async function extractChromium(): Promise<ChromiumBinary> {
  const directory = await mkdtemp(join(tmpdir(), 'rapport-chromium-'));
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: directory, AWS_EXECUTION_ENV: AS_ON_LAMBDA });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    const fonts = await writeFontConfiguration(directory);
    const env = Object.fromEntries(
      Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    return {
      path,
      env: { ...env, FONTCONFIG_FILE: fonts },
      remove: () => rm(directory, { recursive: true, force: true }),
    };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

// The package's own configuration looks under /tmp; without a single font the renderer dies on the first missing letter.
async function writeFontConfiguration(directory: string): Promise<string> {
  const path = join(directory, 'fonts.conf');
  const folders = ['fonts/fonts', 'fonts'].map((folder) => `<dir>${join(directory, folder)}</dir>`).join('');
  await writeFile(path, `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${directory}</cachedir></fontconfig>`);
  return path;
}
