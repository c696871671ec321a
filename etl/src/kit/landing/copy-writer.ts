import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import type { PlainValues } from '../json/plain.ts';
import type { RecordShape } from './columns.ts';

const NEWLINE = 10;
const QUOTE = 34;
const ROOM = 768 * 1024;

/** Gathers `record_no,<record>` lines into large blocks and hands them to COPY, waiting where the server is slower than we are. */
export class CopyWriter {
  readonly #stream: CopyStreamQuery;
  readonly #socket: Duplex;
  readonly #separator: number;
  readonly #prefix = new DecimalCounter();
  readonly #failed: Promise<never>;
  #block = Buffer.allocUnsafeSlow(ROOM);
  #used = 0;

  constructor(client: pg.Client, copySql: string, delimiter: string) {
    this.#stream = client.query(copyFrom(copySql));
    this.#socket = client.connection.stream;
    this.#separator = delimiter.charCodeAt(0);
    this.#failed = new Promise((_resolve, reject) => this.#stream.once('error', reject));
    this.#failed.catch(() => undefined);
  }

  /** Bytes [start, end) of the source's buffer become one line. */
  add(source: Buffer, start: number, end: number, recordNo: number): void {
    this.#makeRoom(end - start + 24);
    this.#used = this.#prefix.write(recordNo, this.#block, this.#used);
    this.#block[this.#used++] = this.#separator;
    this.#used += source.copy(this.#block, this.#used, start, end);
    this.#block[this.#used++] = NEWLINE;
  }

  /** A line of values that lie in the source's buffer; `fields` says of which the bytes are taken as they are. */
  addPlain(source: Buffer, { starts, ends }: PlainValues, fields: RecordShape['fields'], recordNo: number): void {
    this.#makeRoom(24);
    this.#used = this.#prefix.write(recordNo, this.#block, this.#used);
    for (let at = 0; at < fields.length; at++) {
      const make = fields[at] ?? null;
      const start = starts[at] ?? 0;
      const end = ends[at] ?? 0;
      if (make === null) this.#addBytes(source, start, end);
      else this.#addField(make(source.toString('utf8', start, end)));
    }
    this.#makeRoom(1);
    this.#block[this.#used++] = NEWLINE;
  }

  /** In quotes where the separator is in it; quotes themselves are in none of these values. */
  #addBytes(source: Buffer, start: number, end: number): void {
    this.#makeRoom(end - start + 3);
    const block = this.#block;
    const separator = this.#separator;
    let used = this.#used;
    block[used++] = separator;
    const first = used;
    for (let at = start; at < end; at++) {
      const byte = source[at] as number;
      block[used++] = byte;
      if (byte === separator) return this.#addQuoted(source, start, end, first);
    }
    this.#used = used;
  }

  #addQuoted(source: Buffer, start: number, end: number, first: number): void {
    this.#block[first] = QUOTE;
    const last = first + 1 + source.copy(this.#block, first + 1, start, end);
    this.#block[last] = QUOTE;
    this.#used = last + 1;
  }

  #addField(field: string | null): void {
    if (field === null) return;
    this.#makeRoom(field.length * 3 + 1);
    this.#block[this.#used++] = this.#separator;
    this.#used += this.#block.write(field, this.#used);
  }

  /** A line made by us. */
  addText(line: string, recordNo: number): void {
    this.#makeRoom(line.length * 3 + 24);
    this.#used = this.#prefix.write(recordNo, this.#block, this.#used);
    this.#block[this.#used++] = this.#separator;
    this.#used += this.#block.write(line, this.#used);
    this.#block[this.#used++] = NEWLINE;
  }

  async flush(): Promise<void> {
    if (this.#used === 0) return;
    const block = this.#block.subarray(0, this.#used);
    this.#used = 0;
    await Promise.race([new Promise<void>((done) => this.#stream.write(block, () => done())), this.#failed]);
    // What the socket still holds must not be written over; once it holds nothing, the block can be used again.
    if (this.#socket.writableLength > 0) this.#block = Buffer.allocUnsafeSlow(ROOM);
  }

  /** Ends COPY; the number of rows that fitted their types. */
  async finish(): Promise<number> {
    await this.flush();
    await Promise.race([new Promise<void>((done) => this.#stream.end(done)), this.#failed]);
    return this.#stream.rowCount;
  }

  abort(reason: Error): void {
    this.#stream.on('error', () => undefined);
    this.#stream.destroy(reason);
  }

  #makeRoom(bytes: number): void {
    if (this.#used + bytes <= this.#block.length) return;
    const larger = Buffer.allocUnsafeSlow((this.#used + bytes) * 2);
    this.#block.copy(larger, 0, 0, this.#used);
    this.#block = larger;
  }
}

/** Writes growing numbers as decimal digits without making a string of each. */
class DecimalCounter {
  #digits = Buffer.from('0');
  #value = 0;

  write(value: number, target: Buffer, at: number): number {
    if (value === this.#value + 1) this.#increment();
    else this.#digits = Buffer.from(String(value));
    this.#value = value;
    return at + this.#digits.copy(target, at);
  }

  #increment(): void {
    const digits = this.#digits;
    for (let at = digits.length - 1; at >= 0; at--) {
      const digit = digits[at] ?? 48;
      if (digit < 57) {
        digits[at] = digit + 1;
        return;
      }
      digits[at] = 48;
    }
    this.#digits = Buffer.concat([Buffer.from('1'), digits]);
  }
}
