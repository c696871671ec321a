import type { ByteSource } from '../bytes/byte-source.ts';
import { IngestError } from '../errors/ingest-error.ts';
import type { Refusal } from '../records/piece.ts';
import { readHeader, type HeaderExpectation } from './header.ts';
import { OffsetIndex, type RecordPlace } from './offsets.ts';
import { KEPT_OF_LONG_LINE, RecordScanner, type RecordSink, type SplitRefusal } from './scanner.ts';

const CHUNK = 512 * 1024;
const LF = 10;
/** A record longer than this is taken for a quote that was never closed. */
export const MAX_RECORD_BYTES = 1024 * 1024;

export interface SplitHandlers {
  /** Bytes [start, end) are the record without its line end; the buffer is only valid during the call. */
  record(buffer: Buffer, start: number, end: number, recordNo: number, bareQuotes: boolean): void;
  refused(raw: Buffer, place: RecordPlace, refusal: Refusal, positions?: readonly number[]): void;
  /** Called after each chunk with the delivered bytes and records done so far; the splitter reads on when it resolves. */
  drained(bytesDone: number, records: number): Promise<void>;
}

export interface SplitSummary {
  columns: string[];
  /** The header record of a delimited file. */
  header: string | null;
  records: number;
  refused: number;
  offsets: OffsetIndex;
}

/** Reads a whole file through the scanner: header first, then every record, in bounded memory whatever the file's size. */
export async function splitFile(
  source: ByteSource,
  delimiter: string,
  expected: HeaderExpectation,
  handlersFor: (columns: string[]) => SplitHandlers,
): Promise<SplitSummary> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK + MAX_RECORD_BYTES + 1);
  let length = await readChunk(source, buffer, 0);
  if (length === 0) throw new IngestError('file_empty', { file: expected.file });
  const header = takeHeader(buffer, length, length < CHUNK, delimiter, expected);
  const handlers = handlersFor(header.columns);
  const scanner = new RecordScanner(delimiter, MAX_RECORD_BYTES);
  const sink = new NumberingSink(handlers, header.columns.length, header.end, header.lines + 1);
  length = dropFront(buffer, header.end, length);
  for (let atEnd = false; !atEnd;) {
    const read = await readChunk(source, buffer, length);
    length += read;
    atEnd = read === 0;
    const done = scanner.scan(buffer, length, atEnd, sink);
    sink.base += done;
    length = dropFront(buffer, done, length);
    if (length > MAX_RECORD_BYTES) {
      sink.refused(buffer, 0, KEPT_OF_LONG_LINE, 'record_too_long', 1);
      const rest = await skipLine(source, buffer, length);
      sink.base += rest.skipped;
      length = rest.length;
    }
    await handlers.drained(source.taken, sink.records);
  }
  const { records, refusals: refused, offsets } = sink;
  return { columns: header.columns, header: header.text, records, refused, offsets };
}

/** Gives every record its number, line and byte offset, and refuses those with the wrong number of fields. */
class NumberingSink implements RecordSink {
  readonly offsets = new OffsetIndex();
  records = 0;
  refusals = 0;

  constructor(
    readonly handlers: SplitHandlers,
    readonly fields: number,
    public base: number,
    public lineNo: number,
  ) {}

  record(buffer: Buffer, start: number, end: number, fields: number, lines: number, bareQuotes: boolean): void {
    if (fields !== this.fields) {
      this.refused(buffer, start, end, fields < this.fields ? 'too_few_fields' : 'too_many_fields', lines, fields);
      return;
    }
    this.offsets.note(++this.records, this.base + start, this.lineNo);
    this.handlers.record(buffer, start, end, this.records, bareQuotes);
    this.lineNo += lines;
  }

  blankLine(): void {
    this.lineNo++;
  }

  refused(buffer: Buffer, start: number, end: number, reason: SplitRefusal, lines: number, fields = 0): void {
    const place = { recordNo: ++this.records, byteOffset: this.base + start, lineNo: this.lineNo };
    this.offsets.note(place.recordNo, place.byteOffset, place.lineNo);
    this.refusals++;
    this.lineNo += lines;
    const detail: Refusal['detail'] = fields > 0 ? { expected: this.fields, found: fields } : {};
    this.handlers.refused(Buffer.from(buffer.subarray(start, end)), place, { reason, field: null, detail });
  }
}

/** The first record of the file, wherever it ends: a name may hold line breaks. */
function takeHeader(
  buffer: Buffer,
  length: number,
  atEnd: boolean,
  delimiter: string,
  expected: HeaderExpectation,
): { columns: string[]; text: string; end: number; lines: number } {
  const start = length >= 3 && buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
  const bytes = buffer.subarray(start);
  let lines = 0;
  let header: { line: Buffer; end: number } | null = null;
  const unreadable = (problem: SplitRefusal) =>
    new IngestError('header_unreadable', { file: expected.file, problem, expected: [...expected.columns.keys()] });
  new RecordScanner(delimiter, MAX_RECORD_BYTES).scan(bytes, length - start, atEnd, {
    record: (_bytes, from, to, _fields, taken) => {
      if (header) return;
      const lineEnd = bytes.indexOf(LF, to);
      header = {
        line: bytes.subarray(from, to),
        end: lineEnd < 0 ? length - start : Math.min(lineEnd + 1, length - start),
      };
      lines += taken;
    },
    refused: (_bytes, _from, _to, problem) => {
      if (!header) throw unreadable(problem);
    },
    blankLine: () => (header ? undefined : lines++),
  });
  if (!header) throw unreadable('record_too_long');
  const { line, end } = header as { line: Buffer; end: number };
  return { columns: readHeader(line, delimiter, expected), text: line.toString(), end: start + end, lines };
}

function readChunk(source: ByteSource, buffer: Buffer, at: number): Promise<number> {
  return source.read(buffer, at, CHUNK);
}

function dropFront(buffer: Buffer, done: number, length: number): number {
  buffer.copy(buffer, 0, done, length);
  return length - done;
}

/** Drops the rest of a line that is longer than any record may be; what follows it is read as usual. */
export async function skipLine(
  source: ByteSource,
  buffer: Buffer,
  held: number,
): Promise<{ skipped: number; length: number }> {
  let skipped = held;
  for (;;) {
    const read = await readChunk(source, buffer, 0);
    const lineEnd = buffer.subarray(0, read).indexOf(LF);
    if (read === 0) return { skipped, length: 0 };
    if (lineEnd >= 0) return { skipped: skipped + lineEnd + 1, length: dropFront(buffer, lineEnd + 1, read) };
    skipped += read;
  }
}
