import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, KnownPeople } from './known-people.ts';

const CHUNK = 8 << 20;
const OVERLAP = 256; // longer than anything searched for

export interface Search {
  files: number;
  bytes: number;
  findings: (Finding & { file: string })[];
}

/** Every byte of the files under a directory, as they lie on the disk. Files that vanish meanwhile are passed over. */
export function searchFiles(
  directory: string,
  people: KnownPeople,
  wanted: (path: string) => boolean = () => true,
): Search {
  const search: Search = { files: 0, bytes: 0, findings: [] };
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !wanted(path)) continue;
    search.bytes += searchFile(path, people, search);
    search.files++;
  }
  return search;
}

function searchFile(path: string, people: KnownPeople, search: Search): number {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
  const buffer = Buffer.alloc(CHUNK);
  let position = 0;
  for (;;) {
    const read = readSync(handle, buffer, 0, CHUNK, position);
    if (read === 0) break;
    for (const finding of people.inBytes(buffer.toString('latin1', 0, read)))
      search.findings.push({ ...finding, file: path });
    if (read < CHUNK) {
      position += read;
      break;
    }
    position += read - OVERLAP;
  }
  closeSync(handle);
  return position;
}
