import { createHash, randomBytes } from 'node:crypto';
import { access, chmod, chown, constants, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresError } from './errors.ts';
import { canWrite, type Identity } from './identity.ts';

const pointer = z.object({ dataDirectory: z.string(), port: z.number().int(), password: z.string().min(20) });

/** Where the server's data lies and how to sign in: kept in RAPPORT_HOME/postgres.json, readable by its owner only. */
export interface Place extends z.infer<typeof pointer> {
  home: string;
  relocated: boolean;
}

const pointerPath = (home: string): string => join(home, 'postgres.json');
export const logPath = (home: string): string => join(home, 'postgres.log');
export const startLockPath = (home: string): string => join(home, 'postgres.starting');

export async function prepareHome(home: string): Promise<string> {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.W_OK | constants.X_OK);
    return await realpath(home);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'HOME_NOT_WRITABLE',
      `The data directory RAPPORT_HOME=${home} cannot be created or written to.`,
      'Point RAPPORT_HOME at a directory you may write to.',
      cause,
    );
  }
}

async function reachable(parent: string, identity: Identity): Promise<boolean> {
  try {
    await mkdir(parent, { recursive: true, mode: 0o700 });
    if (identity.switched) await chown(parent, identity.uid, identity.gid);
    await chmod(parent, 0o700);
  } catch {
    return false;
  }
  return canWrite(identity, parent);
}

async function choose(home: string, identity: Identity): Promise<{ parent: string; relocated: boolean }> {
  const own = join(home, 'postgres');
  if (await reachable(own, identity)) return { parent: own, relocated: false };
  // Never a directory that may be there already: a home that was deleted and made again must not find old data.
  const name = `${createHash('sha256').update(home).digest('hex').slice(0, 12)}-${randomBytes(4).toString('hex')}`;
  for (const base of ['/var/lib/rapport', join(tmpdir(), 'rapport-data'), '/tmp/rapport-data']) {
    await mkdir(base, { recursive: true, mode: 0o755 }).catch(() => undefined);
    if (await reachable(join(base, name), identity)) return { parent: join(base, name), relocated: true };
  }
  throw new EmbeddedPostgresError(
    'NO_REACHABLE_DIRECTORY',
    `The account "${identity.user}", under which PostgreSQL runs, can reach neither ${home} nor another place for the data.`,
    'Point RAPPORT_HOME at a directory that account may traverse, or set RAPPORT_PG_USER.',
  );
}

export async function savePlace(place: Place): Promise<void> {
  const { dataDirectory, port, password } = place;
  const fresh = `${pointerPath(place.home)}.new`;
  const stored = place.relocated ? dataDirectory : relative(place.home, dataDirectory); // a moved home stays whole
  await writeFile(fresh, `${JSON.stringify({ dataDirectory: stored, port, password }, null, 2)}\n`, { mode: 0o600 });
  await rename(fresh, pointerPath(place.home));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function readPlace(home: string): Promise<Place | null> {
  const path = pointerPath(home);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new EmbeddedPostgresError(
      'DATA_DIRECTORY_NOT_OURS',
      `${path} cannot be read: this data directory was made by another account.`,
      'Run the command as that account, or use a RAPPORT_HOME of your own.',
      cause,
    );
  }
  const parsed = pointer.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new EmbeddedPostgresError(
      'SERVER_MISMATCH',
      `${path} is damaged.`,
      'Restore it from a backup, or use another RAPPORT_HOME.',
    );
  }
  const { dataDirectory } = parsed.data;
  return { ...parsed.data, home, dataDirectory: resolve(home, dataDirectory), relocated: isAbsolute(dataDirectory) };
}

/** The place recorded in the home, or a new one where the server's account can write. */
export async function findPlace(home: string, identity: Identity): Promise<Place> {
  const known = await readPlace(home);
  if (known !== null) return known;
  const { parent, relocated } = await choose(home, identity);
  const password = randomBytes(24).toString('base64url');
  return { home, relocated, dataDirectory: join(parent, 'data'), port: 0, password };
}

/** The server can only run as the owner of its data; a directory of somebody else is named, not taken over. */
export async function ownerOfData(place: Place, identity: Identity): Promise<Identity | null> {
  const found = await stat(join(place.dataDirectory, 'PG_VERSION')).catch(() => null);
  if (found === null) return null;
  if (found.uid === identity.uid) return identity;
  if (identity.switched && found.uid !== 0) return { ...identity, uid: found.uid, gid: found.gid };
  throw new EmbeddedPostgresError(
    'DATA_DIRECTORY_NOT_OURS',
    `The PostgreSQL data in ${place.dataDirectory} belongs to another account.`,
    'Run the command as that account, or use a RAPPORT_HOME of your own.',
  );
}
