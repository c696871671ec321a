import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const PACKAGES = ['api', 'api/model', 'etl', 'bin', 'dashboard', 'tests'];

export interface Edit {
  file: string;
  find: string;
  replace: string;
}

/** The repository as it lies here, uncommitted work included, in a directory where breaking it hurts nobody. */
export class WorkingCopy {
  readonly directory = mkdtempSync(join(tmpdir(), 'rapport-breaks-'));

  constructor(root: string) {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const file of listed.split('\0').filter(Boolean)) {
      mkdirSync(dirname(join(this.directory, file)), { recursive: true });
      cpSync(join(root, file), join(this.directory, file), { force: true });
    }
    // Packages' own links are relative: copied, they lead to the broken code beside them and not to the sound one.
    symlinkSync(join(root, 'node_modules'), join(this.directory, 'node_modules'));
    for (const name of PACKAGES) {
      cpSync(join(root, name, 'node_modules'), join(this.directory, name, 'node_modules'), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
  }

  /** Makes the edit and returns what undoes it. The text must stand there exactly once, or the break has gone stale. */
  apply({ file, find, replace }: Edit): () => void {
    const path = join(this.directory, file);
    const sound = readFileSync(path, 'utf8');
    const times = sound.split(find).length - 1;
    if (times !== 1) throw new Error(`${file}: the text to break stands there ${times} times, not once:\n${find}`);
    writeFileSync(
      path,
      sound.replace(find, () => replace),
    );
    return () => writeFileSync(path, sound);
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
