import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileProblem } from '../errors/file-problem.ts';
import { IngestError } from '../errors/ingest-error.ts';
import { layoutOf } from '../json/layout.ts';
import type { KeptRecords } from '../records/kept.ts';
import type { FileDefinition } from '../source/definition.ts';
import type { Source } from '../source/source.ts';
import { announcedRows } from './manifest.ts';
import { deliverable, matches, unfinished } from './names.ts';

/** A file touched more recently than this is looked at once more before it is believed to be whole. */
const SETTLE_MS = 500;
/** Clocks differ, and so do zones that were left out when a file was unpacked. */
const A_DAY_MS = 24 * 3_600_000;

/** A delivered file, known by its content. */
export interface DeliveredFile {
  /** From source, role and content: the same content is the same file on every machine. */
  fileId: string;
  role: string;
  name: string;
  path: string;
  bytes: number;
  sha256: string;
  fileTime: Date;
  /** Records its manifest announces; null without one. */
  announced: number | null;
  /** Records that stand in the place of its own: corrected ones, and refused ones that are tried again. */
  kept?: KeptRecords;
  /** Other names under which the same content was delivered with it. */
  repeated: string[];
}

/** Finds the file or files of each role by name; says what is missing and what is there instead. */
export async function discoverFiles(source: Source, from: string, signal?: AbortSignal): Promise<DeliveredFile[]> {
  const directory = resolve(from);
  if (!existsSync(directory) || !statSync(directory).isDirectory()) {
    throw new IngestError('directory_missing', { directory: from, source: source.name });
  }
  const names = readdirSync(directory);
  const present = deliverable(names);
  const roles = Object.entries(source.files);
  const delivered = roles.filter(([, file]) => !file.bundled);
  if (delivered.length > 0 && delivered.every(([, file]) => !present.some((name) => matches(name, file.file)))) {
    throw new IngestError('no_files', {
      source: source.name,
      directory: from,
      expected: delivered.map(([, file]) => file.file),
    });
  }
  const files: DeliveredFile[] = [];
  const hashes = new Map<string, Promise<Content>>();
  for (const [role, file] of roles) {
    const place = file.bundled ? source.folder : directory;
    const found = (file.bundled ? [file.file] : present).filter((name) => matches(name, file.file));
    if (found.length === 0 && !file.optional && source.contract.tables === 'freeze') {
      const details = { directory: from, role, pattern: file.file, found: present.slice(0, 20) };
      throw new IngestError('file_missing', { ...details, unfinished: unfinished(names, file.file) });
    }
    if (found.length > 1 && file.delivery === 'snapshot') {
      throw new IngestError('file_ambiguous', { role, pattern: file.file, found });
    }
    for (const name of found) {
      signal?.throwIfAborted();
      const one = await identify(source.name, role, file, join(place, name), name, hashes);
      const same = files.find(({ fileId }) => fileId === one.fileId);
      if (same) same.repeated.push(name);
      else files.push(one);
    }
  }
  return files;
}

type Content = Pick<DeliveredFile, 'bytes' | 'sha256' | 'fileTime'>;

/** A file read for several roles is a file of each, and hashed once. */
async function identify(
  source: string,
  role: string,
  definition: FileDefinition,
  path: string,
  name: string,
  hashes: Map<string, Promise<Content>>,
): Promise<DeliveredFile> {
  const content = hashes.get(path) ?? contentOf(path, name);
  hashes.set(path, content);
  const { sha256, ...rest } = await content;
  const announced = announcedRows(path, role, layoutOf(definition).inner.length > 0, sha256);
  return { fileId: uuidOf([source, role, sha256]), role, name, path, sha256, ...rest, announced, repeated: [] };
}

async function contentOf(path: string, name: string): Promise<Content> {
  try {
    const before = statSync(path);
    if (Math.abs(Date.now() - before.mtimeMs) < SETTLE_MS) await sleep(SETTLE_MS);
    const sha256 = await sha256Of(path);
    const { size, mtime } = statSync(path);
    if (size !== before.size || mtime.getTime() !== before.mtime.getTime())
      throw new IngestError('file_changed', { file: name });
    if (mtime.getTime() > Date.now() + A_DAY_MS)
      throw new IngestError('file_time_future', { file: name, time: mtime.toISOString() });
    return { bytes: size, sha256, fileTime: mtime };
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError(
      'file_unreadable',
      { file: name, problem: fileProblem(error) ?? 'it failed' },
      { cause: error },
    );
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafeSlow(1024 * 1024);
  const handle = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

/** As core.id_of does it in SQL: the md5 of the parts, read as a UUID. */
function uuidOf(parts: string[]): string {
  const hex = createHash('md5').update(parts.join('\u001f')).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
