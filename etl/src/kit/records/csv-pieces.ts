import type { ByteSource } from '../bytes/byte-source.ts';
import { fieldsOf } from '../splitter/fields.ts';
import type { RecordPlace } from '../splitter/offsets.ts';
import { KEPT_OF_LONG_LINE, RecordScanner, type RecordSink } from '../splitter/scanner.ts';
import { MAX_RECORD_BYTES, skipLine } from '../splitter/split-file.ts';
import type { Batch, Piece, Pieces } from './piece.ts';

const CHUNK = 128 * 1024;

/** Reads delimited records again, from the beginning of one of them. */
export async function* csvPieces(source: ByteSource, delimiter: string, from: RecordPlace): Pieces {
  const scanner = new RecordScanner(delimiter, MAX_RECORD_BYTES);
  const buffer = Buffer.allocUnsafeSlow(MAX_RECORD_BYTES + CHUNK + 1);
  let next = from;
  let length = 0;
  for (let atEnd = false; !atEnd;) {
    const read = await source.read(buffer, length, CHUNK);
    length += read;
    atEnd = read === 0;
    const batch = new CsvBatch(buffer, delimiter, next);
    const done = scanner.scan(buffer, length, atEnd, batch);
    yield batch;
    buffer.copy(buffer, 0, done, length);
    length -= done;
    next = batch.behind(done);
    if (length > MAX_RECORD_BYTES) {
      const long = new CsvBatch(buffer, delimiter, next);
      long.refused(buffer, 0, KEPT_OF_LONG_LINE, 'record_too_long', 1);
      yield long;
      const rest = await skipLine(source, buffer, length);
      next = long.behind(rest.skipped);
      length = rest.length;
    }
  }
}

/** Where the records of one chunk are. Few of them are asked for, so what a record is made of is made when it is. */
class CsvBatch implements Batch, RecordSink {
  readonly #buffer: Buffer;
  readonly #delimiter: string;
  readonly #from: RecordPlace;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #lines: number[] = [];
  #lineNo: number;

  constructor(buffer: Buffer, delimiter: string, from: RecordPlace) {
    this.#buffer = buffer;
    this.#delimiter = delimiter;
    this.#from = from;
    this.#lineNo = from.lineNo;
  }

  get last(): number {
    return this.#starts.length === 0 ? 0 : this.#from.recordNo + this.#starts.length - 1;
  }

  record(_buffer: Buffer, start: number, end: number, _fields: number, lines: number): void {
    this.#take(start, end, lines);
  }

  refused(_buffer: Buffer, start: number, end: number, _reason: string, lines: number): void {
    this.#take(start, end, lines);
  }

  blankLine(): void {
    this.#lineNo++;
  }

  at(recordNo: number): Piece | null {
    const index = recordNo - this.#from.recordNo;
    const start = this.#starts[index];
    if (start === undefined) return null;
    const place = { recordNo, byteOffset: this.#from.byteOffset + start, lineNo: this.#lines[index] ?? 0 };
    const raw = this.#buffer.subarray(start, this.#ends[index]);
    const fields = () => fieldsOf(raw, this.#delimiter);
    return { recordNo, outer: place, refusal: null, fields, evidence: () => ({ place, raw: Buffer.from(raw) }) };
  }

  /** The place behind what has been done. */
  behind(bytes: number): RecordPlace {
    const { recordNo, byteOffset } = this.#from;
    return { recordNo: recordNo + this.#starts.length, byteOffset: byteOffset + bytes, lineNo: this.#lineNo };
  }

  #take(start: number, end: number, lines: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
    this.#lines.push(this.#lineNo);
    this.#lineNo += lines;
  }
}
