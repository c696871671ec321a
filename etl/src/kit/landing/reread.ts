import { open } from 'node:fs/promises';
import type { RecordPlace } from '../splitter/offsets.ts';
import { RecordScanner } from '../splitter/scanner.ts';
import { MAX_RECORD_BYTES } from '../splitter/split-file.ts';
import type { LandedFile } from './land-file.ts';

export interface RereadRecord {
  raw: Buffer;
  place: RecordPlace;
}

/** Reads records again by number (ascending), from the nearest noted place of each. */
export async function rereadRecords(
  file: LandedFile,
  delimiter: string,
  recordNos: readonly number[],
): Promise<RereadRecord[]> {
  const handle = await open(file.path, 'r');
  const found: RereadRecord[] = [];
  try {
    let next = 0;
    while (next < recordNos.length) {
      const first = recordNos[next] ?? 0;
      let last = next;
      while (last + 1 < recordNos.length && file.offsets.near(recordNos[last] ?? 0, recordNos[last + 1] ?? 0)) last++;
      const wanted = new Set(recordNos.slice(next, last + 1));
      await readGroup(handle, file.offsets.before(first), delimiter, wanted, found);
      next = last + 1;
    }
  } finally {
    await handle.close();
  }
  return found;
}

async function readGroup(
  handle: Awaited<ReturnType<typeof open>>,
  from: RecordPlace,
  delimiter: string,
  wanted: Set<number>,
  found: RereadRecord[],
): Promise<void> {
  const scanner = new RecordScanner(delimiter, MAX_RECORD_BYTES);
  const buffer = Buffer.allocUnsafeSlow(MAX_RECORD_BYTES * 2 + 1);
  let { recordNo, byteOffset: base, lineNo } = from;
  let length = 0;
  const take = (bytes: Buffer, start: number, end: number, lines: number) => {
    if (wanted.delete(recordNo)) {
      found.push({
        raw: Buffer.from(bytes.subarray(start, end)),
        place: { recordNo, byteOffset: base + start, lineNo },
      });
    }
    recordNo++;
    lineNo += lines;
  };
  const sink = {
    record: (bytes: Buffer, start: number, end: number, _fields: number, lines: number) =>
      take(bytes, start, end, lines),
    refused: (bytes: Buffer, start: number, end: number, _reason: string, lines: number) =>
      take(bytes, start, end, lines),
  };
  for (let atEnd = false; !atEnd && wanted.size > 0;) {
    const { bytesRead } = await handle.read(buffer, length, MAX_RECORD_BYTES, base + length);
    length += bytesRead;
    atEnd = bytesRead === 0;
    const { done, blankLines } = scanner.scan(buffer, length, atEnd, sink);
    lineNo += blankLines;
    buffer.copy(buffer, 0, done, length);
    base += done;
    length -= done;
    if (length >= MAX_RECORD_BYTES) return;
  }
}
