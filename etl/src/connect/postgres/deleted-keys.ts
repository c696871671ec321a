import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { IngestError } from '../../kit/errors/ingest-error.ts';
import { quoted } from '../../kit/landing/tables.ts';
import type { FileDefinition } from '../../kit/source/definition.ts';
import { toCsvField } from '../../kit/splitter/fields.ts';
import type { Fetching } from '../fetched.ts';
import type { KeyChanges } from '../key-changes.ts';
import { linesOf } from '../lines.ts';
import { relationOf, type Described } from './describe.ts';

const OWNER_ONLY = 0o600;
/** As of a snapshot: above both, the table is taken for incomplete. */
const SUSPICIOUS_ROWS = 5;
const SUSPICIOUS_SHARE = 0.2;
const WRITTEN_TOGETHER = 1_000;

interface Reading {
  fetching: Fetching;
  client: pg.Client;
  role: string;
  file: FileDefinition;
}

export interface ComparedKeys {
  rows: number;
  keys: KeyChanges;
}

/**
 * Compares the keys the table has with those it had; each that is missing becomes a record of the file that says so. Both lists
 * come in the order of their bytes and are walked side by side, so no number of keys is too many.
 */
export async function compareKeys(
  { fetching, client, role, file }: Reading,
  described: Described,
  anew: boolean,
): Promise<ComparedKeys> {
  const { source, spool, db } = fetching;
  const names = (file.key ?? []).map((name) => file.columns[name]?.header ?? name);
  const value = `jsonb_build_array(${names.map((name) => `q.${quoted(name)}::text`).join(', ')})::text collate "C"`;
  // In the order of UTF-8, whatever encoding and collation the other server has.
  const keys = `select distinct ${value} as key from ${relationOf(file, described)}`;
  const now = keysOf(client, `select key from (${keys}) k order by convert_to(key, 'UTF8')`);
  const own = `source = ${pg.escapeLiteral(source.name)} and role = ${pg.escapeLiteral(role)}`;
  const before = keysOf(db, `select key from ops.source_keys where ${own} ${anew ? 'and false' : ''} order by key`);
  const come = new LineFile(spool.path(`.${role}.keys-come`));
  const gone = new LineFile(spool.path(`.${role}.keys-gone`));
  const records = new LineFile(spool.path(`.${role}.records`));
  const line = recordWriter(described.columns, names);
  let known = 0;
  await walk(before, now, {
    both: async () => void known++,
    left: async (text) => {
      known++;
      await gone.write(text);
      await records.write(line(JSON.parse(text) as (string | null)[]));
    },
    right: (text) => come.write(text),
  });
  for (const one of [come, gone, records]) await one.close();
  const isSuspicious = gone.lines > SUSPICIOUS_ROWS && gone.lines > known * SUSPICIOUS_SHARE;
  if (isSuspicious && !fetching.allowDeletes)
    throw new IngestError('too_many_deletes', {
      file: `The table of "${role}"`,
      rows: gone.lines,
      of: known,
      feed: role,
    });
  if (gone.lines > 0) await appendFile(spool.path(file.file), createReadStream(records.path));
  return { rows: gone.lines, keys: { come: come.path, gone: gone.path, anew } };
}

/** A record with its key and nothing else. */
function recordWriter(columns: readonly string[], names: readonly string[]): (key: (string | null)[]) => string {
  const places = columns.map((column) => names.indexOf(column));
  return (key) => [...places.map((at) => (at < 0 ? '' : toCsvField(key[at] ?? ''))), 't'].join(',');
}

async function* keysOf(client: pg.Client, select: string): AsyncGenerator<string> {
  const copy = client.query(to(`copy (${select}) to stdout`));
  // A list as JSON has no character that COPY escapes but the backslash.
  for await (const line of linesOf(copy)) yield line.replaceAll('\\\\', '\\');
}

interface Meetings {
  both(key: string): Promise<void>;
  left(key: string): Promise<void>;
  right(key: string): Promise<void>;
}

async function walk(left: AsyncGenerator<string>, right: AsyncGenerator<string>, meet: Meetings): Promise<void> {
  let [a, b] = [await left.next(), await right.next()];
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : byteOrder(a.value, b.value);
    if (order === 0) await meet.both(a.value ?? '');
    else if (order < 0) await meet.left(a.value ?? '');
    else await meet.right(b.value ?? '');
    if (order <= 0) a = await following(left, a.value ?? '');
    if (order >= 0) b = await following(right, b.value ?? '');
  }
}

const byteOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** In any other order the walk would take keys for gone that are there. */
async function following(keys: AsyncGenerator<string>, last: string): Promise<IteratorResult<string>> {
  const next = await keys.next();
  if (!next.done && byteOrder(last, next.value) >= 0) throw new Error('keys do not come in the order of their bytes');
  return next;
}

class LineFile {
  readonly #stream: WriteStream;
  #held: string[] = [];
  lines = 0;

  constructor(readonly path: string) {
    this.#stream = createWriteStream(path, { mode: OWNER_ONLY });
  }

  async write(line: string): Promise<void> {
    this.lines++;
    this.#held.push(line);
    if (this.#held.length >= WRITTEN_TOGETHER) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
  }

  async #flush(): Promise<void> {
    if (this.#held.length === 0) return;
    const text = `${this.#held.join('\n')}\n`;
    this.#held = [];
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}
