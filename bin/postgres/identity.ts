import { execFile, execFileSync } from 'node:child_process';
import { EmbeddedPostgresError } from './errors.ts';

/** The account the server runs under. `switched` is true when it is not the account of this process. */
export interface Identity {
  uid: number;
  gid: number;
  user: string;
  switched: boolean;
}

const NOBODY = 65534;

function idOf(flag: '-u' | '-g', user: string): number | null {
  try {
    return Number(
      execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim(),
    );
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root: then it runs as `preferredUser`, or as nobody. */
export function serverIdentity(preferredUser: string | undefined): Identity {
  const uid = process.getuid?.() ?? -1;
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) return { uid, gid, user: '', switched: false };
  const user = preferredUser ?? 'nobody';
  const found = idOf('-u', user);
  if (found === null && preferredUser !== undefined) {
    throw new EmbeddedPostgresError(
      'NO_UNPRIVILEGED_USER',
      `The embedded PostgreSQL cannot run as "${user}": this machine has no such account.`,
      'Set RAPPORT_PG_USER to an existing unprivileged account, or leave it empty for nobody.',
    );
  }
  if (found === 0) {
    throw new EmbeddedPostgresError(
      'NO_UNPRIVILEGED_USER',
      `The embedded PostgreSQL cannot run as "${user}": that account is root, which PostgreSQL refuses.`,
      'Set RAPPORT_PG_USER to an unprivileged account.',
    );
  }
  return { uid: found ?? NOBODY, gid: idOf('-g', user) ?? NOBODY, user, switched: true };
}

/** Options for a child under that account. The working directory is "/": libuv changes it before it drops rights,
 *  and a directory the account cannot read would make initdb fail later with a misleading message. */
export function spawnOptions(identity: Identity): { cwd: string; uid?: number; gid?: number } {
  return identity.switched ? { cwd: '/', uid: identity.uid, gid: identity.gid } : { cwd: '/' };
}

function succeeds(identity: Identity, file: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(file, args, { ...spawnOptions(identity), timeout: 15_000 }, (error) => resolve(error === null));
  });
}

/** Asks the kernel as that account: every directory above must be traversable, not only this one readable. */
export function canWrite(identity: Identity, directory: string): Promise<boolean> {
  return succeeds(identity, '/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', directory]);
}

export function canRun(identity: Identity, binary: string): Promise<boolean> {
  return succeeds(identity, binary, ['--version']);
}
