import { withoutPacking } from '../source/file-definition.ts';
import { isManifest } from './manifest.ts';

/** Names that programs give to files they are not done with, and files that only they read. */
const UNFINISHED = /^[.~]|\.(part|partial|tmp|temp|filepart|crdownload|download|swp)$|~$/i;

/** Names that may be deliveries, in order. */
export function deliverable(names: readonly string[]): string[] {
  return names.filter((name) => !UNFINISHED.test(name) && !isManifest(name)).sort();
}

/** A file under a name it will not keep that could become the one a role expects. */
export function unfinished(names: readonly string[], pattern: string): string | null {
  const later = (name: string) => name.replace(/^[.~]\$?/, '').replace(/~$|\.[a-z]+$/i, '');
  return (
    names.find(
      (name) =>
        UNFINISHED.test(name) && [later(name), name.replace(/^[.~]\$?/, '')].some((one) => matches(one, pattern)),
    ) ?? null
  );
}

/** Whether a file has the name a role expects, packed or not. */
export function matches(name: string, pattern: string): boolean {
  const expression = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const expected = new RegExp(`^${expression}$`);
  return expected.test(name) || expected.test(withoutPacking(name));
}
