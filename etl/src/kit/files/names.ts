import { withoutPacking } from '../source/file-definition.ts';
import { isManifest } from './manifest.ts';

/** Names that programs give to files they are not done with, and files that only they read. */
const UNFINISHED = /^[.~]|\.(part|partial|tmp|temp|filepart|crdownload|download|swp)$|~$/i;

/** Names that may be deliveries, in order. */
export function deliverable(names: readonly string[]): string[] {
  return names.filter((name) => !UNFINISHED.test(name) && !isManifest(name)).sort();
}

/** Whether a file has the name a role expects, packed or not. */
export function matches(name: string, pattern: string): boolean {
  const expression = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  const expected = new RegExp(`^${expression}$`);
  return expected.test(name) || expected.test(withoutPacking(name));
}
