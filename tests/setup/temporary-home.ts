import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for RAPPORT_HOME. `private`: 0700, as mktemp makes it, so that another account reaches nothing below it. */
export async function temporaryHome(access: 'shared' | 'private' = 'shared'): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'rapport-home-'));
  if (access === 'shared') await chmod(directory, 0o711);
  return join(directory, '.rapport');
}
