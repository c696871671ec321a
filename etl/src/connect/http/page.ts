import { createHash } from 'node:crypto';
import { MAX_ELEMENT_BYTES } from '../../kit/json/pieces.ts';
import { ListScanner, type DocumentFault } from '../../kit/json/list-scanner.ts';
import { PassingTrouble } from './trouble.ts';

/** What an answer says beside its records. */
const MAX_ENVELOPE_BYTES = 1024 * 1024;

export interface Page {
  records: number;
  bytes: number;
  /** The answer with its list of records empty. */
  envelope: unknown;
  /** Tells this list of records from another. */
  fingerprint: string;
}

/** Why an answer cannot be used however often it is asked for. */
export class ShapeError extends Error {}

/**
 * Reads one answer as it comes and hands its records on, one at a time: a page of any size takes the memory of a record. What
 * stands around the list is kept and parsed at the end.
 */
export async function readPage(
  body: AsyncIterable<Uint8Array> | null,
  path: readonly string[],
  take: (record: Buffer) => Promise<void> | void,
): Promise<Page> {
  const scanner = new ListScanner(path);
  const around = new Around();
  const hash = createHash('sha256');
  let held: Buffer = Buffer.alloc(0);
  let [records, bytes] = [0, 0];
  let isJson: boolean | null = null;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    const buffer: Buffer = held.length > 0 ? Buffer.concat([held, piece]) : Buffer.from(piece);
    const from = bytes === buffer.length && hasMark(buffer) ? 3 : 0;
    const whole = buffer.subarray(from);
    isJson ??= beginsJson(whole);
    const found: [number, number][] = [];
    const { done, fault } = scanner.scan(whole, whole.length, { element: (start, end) => found.push([start, end]) });
    let last = 0;
    for (const [start, end] of found) {
      const record = withoutSpace(whole.subarray(start, end));
      around.before(whole.subarray(last, start), records === 0);
      records++;
      hash.update(record).update('\n');
      await take(record);
      last = end;
    }
    around.behind(whole.subarray(last, done));
    if (fault) throw isJson === false ? notJson() : faulty(fault);
    held = whole.subarray(done);
    if (held.length > MAX_ELEMENT_BYTES) throw new ShapeError('a record began that does not end within 16 MiB');
  }
  const fault = scanner.atEnd();
  if (fault) throw faulty(fault);
  return { records, bytes, envelope: around.parsed(), fingerprint: hash.digest('base64') };
}

/** The bytes of the answer that are no record. */
class Around {
  readonly #kept: Buffer[] = [];
  #bytes = 0;
  #last: Buffer[] = [];

  /** What stands between two records is a comma. */
  before(bytes: Buffer, isFirst: boolean): void {
    if (isFirst) this.#keep([...this.#last, bytes]);
    this.#last = [];
  }

  behind(bytes: Buffer): void {
    if (bytes.length > 0) this.#last.push(Buffer.from(bytes));
    if (this.#last.reduce((sum, { length }) => sum + length, 0) > MAX_ENVELOPE_BYTES) throw tooMuch();
  }

  parsed(): unknown {
    this.#keep(this.#last);
    try {
      return JSON.parse(Buffer.concat(this.#kept).toString());
    } catch {
      throw new PassingTrouble('connection_answer', 'it is no JSON around its records');
    }
  }

  #keep(parts: readonly Buffer[]): void {
    for (const part of parts) {
      this.#kept.push(Buffer.from(part));
      this.#bytes += part.length;
    }
    if (this.#bytes > MAX_ENVELOPE_BYTES) throw tooMuch();
  }
}

const tooMuch = (): ShapeError =>
  new ShapeError('more than 1 MiB stands around the records: does "records" name the list?');

/** A line of its own: line ends in JSON are space, except where it is none. */
function withoutSpace(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] as number) <= 32) end--;
  const record = Buffer.from(bytes.subarray(0, end));
  for (let at = record.indexOf(10); at >= 0; at = record.indexOf(10, at)) record[at] = 32;
  for (let at = record.indexOf(13); at >= 0; at = record.indexOf(13, at)) record[at] = 32;
  return record;
}

function faulty({ problem }: DocumentFault): Error {
  if (problem === 'cut') return new PassingTrouble('connection_answer', 'it ends before its last bracket');
  if (problem === 'unexpected') return notJson();
  if (problem === 'list_twice') return new ShapeError('the list of records comes a second time');
  return new ShapeError('there is no list of records where source.yaml says (records)');
}

const notJson = (): PassingTrouble => new PassingTrouble('connection_answer', 'it is no JSON');

/** A page for people, as one that says that the system is being worked on; null: nothing but space so far. */
function beginsJson(bytes: Buffer): boolean | null {
  const first = bytes.find((byte) => byte > 32);
  return first === undefined ? null : first === 91 || first === 123;
}

function hasMark(buffer: Buffer): boolean {
  return buffer.length >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
}

/** What a path leads to; undefined where nothing is there. */
export function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
