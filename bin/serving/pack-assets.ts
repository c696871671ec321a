import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Letters and pictures come packed. */
const TEXT = /\.(js|css|svg|json)$/;
/** Less is sent in one packet either way. */
const LEAST_BYTES = 1024;
/** The last steps of Brotli cost ten times the time for a hundredth of the bytes. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Packs what never changes under its name once, instead of for every reader: `name.js.br` and `name.js.gz` beside `name.js`. */
export async function packAssets(directory: string): Promise<void> {
  for (const name of (await readdir(directory)).filter((each) => TEXT.test(each))) {
    const path = join(directory, name);
    const bytes = await readFile(path);
    if (bytes.length < LEAST_BYTES) continue;
    await writeFile(`${path}.br`, await brotli(bytes, BROTLI));
    await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
  }
}
