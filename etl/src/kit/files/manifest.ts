import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { IngestError } from '../errors/ingest-error.ts';

const SUFFIX = '.manifest.json';

const count = z.number().int().min(0);
const manifest = z.object({
  /** Records of the file; where it is read for several roles, those of each. */
  rows: z.union([count, z.record(z.string(), count)]).optional(),
  /** Of the bytes as they are delivered. */
  sha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, '64 hexadecimal digits')
    .optional(),
});
type Manifest = z.infer<typeof manifest>;

/** What the shop says of a file it delivers: `orders.csv.manifest.json` beside `orders.csv`. */
export function isManifest(name: string): boolean {
  return name.endsWith(SUFFIX);
}

/** Checks the bytes; gives back how many records are announced for the role, null where nothing is. */
export function announcedRows(path: string, role: string, isNested: boolean, sha256: string): number | null {
  const found = readManifest(path + SUFFIX);
  if (!found) return null;
  if (found.sha256 && found.sha256.toLowerCase() !== sha256) {
    throw mismatch(basename(path), 'its SHA-256 is', sha256, found.sha256);
  }
  if (typeof found.rows === 'object') return found.rows[role] ?? null;
  return isNested ? null : (found.rows ?? null);
}

export function checkRows(name: string, announced: number | null, records: number): void {
  if (announced !== null && announced !== records) throw mismatch(name, 'records read:', records, announced);
}

function mismatch(file: string, what: string, found: string | number, announced: string | number): IngestError {
  return new IngestError('manifest_mismatch', { file, manifest: file + SUFFIX, what, found, announced });
}

function readManifest(path: string): Manifest | null {
  if (!existsSync(path)) return null;
  const fail = (problem: string) => new IngestError('manifest_unreadable', { manifest: basename(path), problem });
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw fail((error as Error).message);
  }
  const parsed = manifest.safeParse(given);
  if (!parsed.success)
    throw fail(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  return parsed.data;
}
