import { isUtf8 } from 'node:buffer';
import type { ByteSource } from '../bytes/byte-source.ts';
import { IngestError } from '../errors/ingest-error.ts';
import type { Batch, Evidence, Piece, Pieces, Refusal } from '../records/piece.ts';
import type { RecordPlace } from '../splitter/offsets.ts';
import { cutTo } from './cut.ts';
import type { JsonLayout } from './layout.ts';
import { LineScanner } from './line-scanner.ts';
import { ListScanner, type DocumentFault } from './list-scanner.ts';
import { parseJson } from './parse.ts';
import type { Row, RowReader } from './rows.ts';

const CHUNK = 64 * 1024;
/** A case with all its events is one element; more than this is a bracket that was never closed. */
export const MAX_ELEMENT_BYTES = 16 * 1024 * 1024;
const KEPT_OF_LONG_LINE = 64 * 1024;
/** Escapes of NUL and of surrogates, of which only pairs are text. */
const SUSPICIOUS = /\\u(?:0000|[dD][89a-fA-F])/;

export interface JsonReading {
  file: string;
  layout: JsonLayout;
  rows: RowReader;
  /** Takes each record as soon as it is made, so that a chunk's records never live together; none are yielded then. */
  take?(piece: Piece): void;
  /** Takes a record by its bytes, where it can; then no piece is made of it. */
  takePlain?(buffer: Buffer, start: number, end: number, place: RecordPlace): boolean;
}

/** Reads a file of JSON lines, or one list of a JSON document, element by element. `from` is where an element begins. */
export async function* jsonPieces(source: ByteSource, reading: JsonReading, from: RecordPlace | null): Pieces {
  const { list } = reading.layout;
  const lines = (from?.lineNo ?? 1) - 1;
  const scanner = list ? new ListScanner(list, from && { lines }) : new LineScanner(lines);
  const builder = new PieceBuilder(reading, scanner, from);
  let buffer: Buffer = Buffer.allocUnsafeSlow(CHUNK * 2);
  let length = 0;
  for (let atEnd = false; !atEnd;) {
    if (buffer.length - length < CHUNK) buffer = grown(buffer, length);
    const read = await source.read(buffer, length, CHUNK);
    if (read === 0 && builder.base + length === 0) throw new IngestError('file_empty', { file: reading.file });
    length += read;
    atEnd = read === 0;
    const start = builder.base === 0 && hasMark(buffer, length) ? 3 : 0;
    if (start > 0) length = builder.advance(buffer, start, length);
    builder.begin(buffer);
    const { done, fault } = scanner.scan(buffer, length, builder, atEnd);
    yield builder.batch;
    if (fault) throw faultError(reading, fault);
    length = builder.advance(buffer, done, length);
    if (length >= MAX_ELEMENT_BYTES) {
      if (list) throw faultError(reading, { problem: 'endless', lines: scanner.lines });
      builder.begin(buffer);
      builder.refuseLong(buffer);
      yield builder.batch;
      length = await skipLine(source, buffer, length, builder);
      scanner.lines++;
    }
  }
  const fault = scanner.atEnd();
  if (fault) throw faultError(reading, fault);
}

/** Makes the records of each element as the scanner finds it. */
class PieceBuilder {
  batch = new JsonBatch();
  base: number;
  #recordNo: number;
  #position = 0;
  #buffer: Buffer = Buffer.alloc(0);
  readonly #reading: JsonReading;
  readonly #scanner: { lines: number };

  constructor(reading: JsonReading, scanner: { lines: number }, from: RecordPlace | null) {
    this.#reading = reading;
    this.#scanner = scanner;
    this.base = from?.byteOffset ?? 0;
    this.#recordNo = (from?.recordNo ?? 1) - 1;
    // Without lists inside, each element is one record; where there are, such a file is read from its beginning.
    this.#position = reading.layout.inner.length === 0 ? this.#recordNo : 0;
  }

  begin(buffer: Buffer): void {
    this.#buffer = buffer;
    this.batch = new JsonBatch();
  }

  advance(buffer: Buffer, done: number, length: number): number {
    buffer.copy(buffer, 0, done, length);
    this.base += done;
    return length - done;
  }

  element(start: number, end: number): void {
    const outer = { recordNo: this.#recordNo + 1, byteOffset: this.base + start, lineNo: this.#scanner.lines + 1 };
    this.#position++;
    if (this.#reading.takePlain?.(this.#buffer, start, end, outer)) {
      this.#recordNo++;
      return;
    }
    const bytes = this.#buffer.subarray(start, end);
    const { take, rows, layout } = this.#reading;
    const position = this.#position;
    const made = (row: Row, recordNo: number) => new JsonPiece(recordNo, outer, row, bytes, layout.inner, position - 1);
    if (!take && layout.inner.length === 0) {
      this.batch.add(++this.#recordNo, (recordNo) => made(oneRow(bytes, rows, position), recordNo));
      return;
    }
    for (const row of elementRows(bytes, rows, position)) this.#hand(made(row, ++this.#recordNo));
  }

  refuseLong(buffer: Buffer): void {
    const outer = { recordNo: this.#recordNo + 1, byteOffset: this.base, lineNo: this.#scanner.lines + 1 };
    this.#position++;
    const row = refusedRow({ reason: 'record_too_long', field: null, detail: { limit: MAX_ELEMENT_BYTES } });
    const bytes = buffer.subarray(0, KEPT_OF_LONG_LINE);
    const { inner } = this.#reading.layout;
    this.#hand(new JsonPiece(++this.#recordNo, outer, row, bytes, inner, this.#position - 1));
  }

  #hand(piece: Piece): void {
    if (this.#reading.take) this.#reading.take(piece);
    else this.batch.add(piece.recordNo, () => piece);
  }
}

/** Few of the records are asked for, so what one is made of is made when it is. */
class JsonBatch implements Batch {
  readonly #makers: ((recordNo: number) => Piece)[] = [];
  last = 0;

  /** Records follow one another. */
  add(recordNo: number, make: (recordNo: number) => Piece): void {
    this.#makers.push(make);
    this.last = recordNo;
  }

  at(recordNo: number): Piece | null {
    return this.#makers[this.#makers.length - 1 - (this.last - recordNo)]?.(recordNo) ?? null;
  }
}

/** The records of one element, its `position` in its list counted from 1. `at`: where it is cut to one record, that record's places in the lists inside. */
export function elementRows(bytes: Buffer, rows: RowReader, position: number, at?: readonly number[]): Row[] {
  if (!isUtf8(bytes)) return [refusedRow({ reason: 'bad_encoding', field: null, detail: {} })];
  const text = bytes.toString();
  let element: unknown;
  try {
    element = parseJson(text);
  } catch (error) {
    const reason = text.includes('\0') ? 'nul_byte' : 'invalid_json';
    return [refusedRow({ reason, field: null, detail: { found: withoutText(error as Error) } })];
  }
  return rows.rows(element, position, SUSPICIOUS.test(text), at);
}

/** Where no list lies inside, an element is one record. */
const oneRow = (bytes: Buffer, rows: RowReader, position: number): Row =>
  elementRows(bytes, rows, position)[0] ?? { texts: [], indexes: [], refusal: null };

class JsonPiece implements Piece {
  constructor(
    readonly recordNo: number,
    readonly outer: RecordPlace,
    readonly row: Row,
    readonly bytes: Buffer,
    readonly inner: JsonLayout['inner'],
    readonly index: number,
  ) {}

  get refusal(): Refusal | null {
    return this.row.refusal;
  }

  fields(): string[] {
    return this.row.texts;
  }

  evidence(): Evidence {
    const { raw, start, lines } = cutTo(this.bytes, this.inner, this.row.indexes);
    const { byteOffset, lineNo } = this.outer;
    const place = { recordNo: this.recordNo, byteOffset: byteOffset + start, lineNo: lineNo + lines };
    return { place, raw: Buffer.from(raw), positions: [this.index, ...this.row.indexes] };
  }
}

/** What the parser says without the piece of the record it quotes, which may hold what is personal. */
function withoutText({ message }: Error): string {
  return message.replace(/, (?:\.\.\.)?".*/s, '');
}

function refusedRow(refusal: Refusal): Row {
  return { texts: [], indexes: [], refusal };
}

function grown(buffer: Buffer, length: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(buffer.length * 2);
  buffer.copy(larger, 0, 0, length);
  return larger;
}

function hasMark(buffer: Buffer, length: number): boolean {
  return length >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
}

/** Drops the rest of a line that is longer than any record may be. */
async function skipLine(source: ByteSource, buffer: Buffer, held: number, builder: PieceBuilder): Promise<number> {
  for (let length = held, from = held; ; from = 0) {
    const lineEnd = buffer.subarray(0, length).indexOf(10, from);
    if (lineEnd >= 0) return builder.advance(buffer, lineEnd + 1, length);
    builder.advance(buffer, length, length);
    length = await source.read(buffer, 0, CHUNK);
    if (length === 0) return 0;
  }
}

const problems: Record<DocumentFault['problem'] | 'endless', string> = {
  unexpected:
    'there is something that does not belong there: a comma, bracket or quote is missing or too many before it',
  not_a_list: 'there is no list where source.yaml says (rows)',
  list_twice: 'the list that source.yaml names (rows) comes a second time',
  list_missing: 'the document has no such list as source.yaml says (rows)',
  cut: 'the document ends before its last bracket is closed; it was probably cut while being written',
  endless: 'a record began there that does not end within 16 MiB; a bracket or quote is missing',
};

function faultError(
  { file, layout }: JsonReading,
  { problem, lines }: { problem: keyof typeof problems; lines: number },
): IngestError {
  const rows = `${(layout.list ?? []).join('.')}[]`;
  return new IngestError('json_document', { file, line: lines + 1, problem: problems[problem], rows });
}
