import { execFile } from 'node:child_process';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { spawnOptions, type Identity } from './identity.ts';
import { savePlace, type Place } from './place.ts';

export const SUPERUSER = 'rapport';

function run(binary: string, args: string[], identity: Identity): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(binary, args, { ...spawnOptions(identity), timeout: 180_000 }, (error, stdout, stderr) => {
      if (error === null) return resolve();
      reject(
        new EmbeddedPostgresError(
          'INITDB_FAILED',
          `The PostgreSQL data directory could not be created:\n${(stderr || stdout || error.message).trim()}`,
          'Check free space and rights on RAPPORT_HOME, then run the command again.',
          error,
        ),
      );
    });
  });
}

/** Creates the data directory under another name and renames it when complete: a killed initdb leaves nothing half-made. */
export async function createDataDirectory(binaries: Binaries, place: Place, identity: Identity): Promise<void> {
  const fresh = `${place.dataDirectory}.new`;
  const passwordFile = join(dirname(place.dataDirectory), 'password');
  await rm(fresh, { recursive: true, force: true });
  await writeFile(passwordFile, place.password, { mode: 0o600 });
  if (identity.switched) await chown(passwordFile, identity.uid, identity.gid);
  try {
    await run(
      binaries.initdb,
      [
        ['--pgdata', fresh],
        ['--username', SUPERUSER],
        ['--pwfile', passwordFile],
        ['--auth', 'scram-sha-256'],
        ['--encoding', 'UTF8'],
        ['--locale', 'C'],
        ['--locale-provider', 'builtin'],
        ['--builtin-locale', 'C.UTF-8'],
      ].map(([flag, value]) => `${flag}=${value}`),
      identity,
    );
    await savePlace(place);
    await rename(fresh, place.dataDirectory);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
