import type { ByteSource } from '../bytes/byte-source.ts';
import { fieldsOf } from '../splitter/fields.ts';
import type { RecordPlace } from '../splitter/offsets.ts';
import { KEPT_OF_LONG_LINE, RecordScanner } from '../splitter/scanner.ts';
import { MAX_RECORD_BYTES, skipLine } from '../splitter/split-file.ts';
import type { Piece, Pieces } from './piece.ts';

/** Reads delimited records again, from the beginning of one of them. */
export async function* csvPieces(source: ByteSource, delimiter: string, from: RecordPlace): Pieces {
  const scanner = new RecordScanner(delimiter, MAX_RECORD_BYTES);
  const buffer = Buffer.allocUnsafeSlow(MAX_RECORD_BYTES * 2 + 1);
  let { recordNo, byteOffset: base, lineNo } = from;
  let length = 0;
  let pieces: Piece[] = [];
  const take = (bytes: Buffer, start: number, end: number, lines: number) => {
    const place = { recordNo: recordNo++, byteOffset: base + start, lineNo };
    lineNo += lines;
    const raw = bytes.subarray(start, end);
    pieces.push({
      recordNo: place.recordNo,
      outer: place,
      refusal: null,
      fields: () => fieldsOf(raw, delimiter),
      evidence: () => ({ place, raw: Buffer.from(raw) }),
    });
  };
  const sink = {
    record: (bytes: Buffer, start: number, end: number, _fields: number, lines: number) =>
      take(bytes, start, end, lines),
    refused: (bytes: Buffer, start: number, end: number, _reason: string, lines: number) =>
      take(bytes, start, end, lines),
    blankLine: () => lineNo++,
  };
  for (let atEnd = false; !atEnd;) {
    const read = await source.read(buffer, length, MAX_RECORD_BYTES);
    length += read;
    atEnd = read === 0;
    pieces = [];
    const done = scanner.scan(buffer, length, atEnd, sink);
    yield pieces;
    buffer.copy(buffer, 0, done, length);
    base += done;
    length -= done;
    if (length > MAX_RECORD_BYTES) {
      pieces = [];
      take(buffer, 0, KEPT_OF_LONG_LINE, 1);
      yield pieces;
      const rest = await skipLine(source, buffer, length);
      base += rest.skipped;
      length = rest.length;
    }
  }
}
