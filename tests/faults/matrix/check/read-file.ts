import { readFileSync } from 'node:fs';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { RefusedRecord, Sent } from './sent.ts';

export type Row = Record<string, string>;

/** The text of a delivered file: unpacked by its first bytes, decoded by its byte order mark or as it was sent. */
export function textOf({ path, encoding = 'utf-8' }: Sent): Buffer {
  const packed = readFileSync(path);
  const isZstd = packed.length > 3 && packed.readUInt32LE(0) === 0xfd2fb528;
  const bytes = packed[0] === 0x1f ? gunzipSync(packed) : isZstd ? unzstd(packed) : packed;
  const marked = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : encoding;
  return marked === 'utf-8' ? bytes : Buffer.from(new TextDecoder(marked).decode(bytes));
}

/** The records of a file but those that must be refused, whose bytes are cut out before it is read as CSV. */
export function readRows(sent: Sent): { rows: Row[]; records: number } {
  let bytes = textOf(sent);
  for (const { raw } of sent.refused) bytes = without(bytes, raw, sent);
  const rows = parse<Row>(bytes, { columns: true, bom: true, skip_empty_lines: true });
  return { rows, records: rows.length + sent.refused.length };
}

function without(bytes: Buffer, raw: Buffer, { name }: Sent): Buffer {
  const at = placeOf(bytes, raw);
  if (at < 0) throw new Error(`the record to be refused is not in ${name}`);
  const end = bytes.indexOf(10, at + raw.length);
  return Buffer.concat([bytes.subarray(0, at), end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 1)]);
}

/** Where a record stands in its file: at the beginning of a line. */
export function placeOf(bytes: Buffer, raw: RefusedRecord['raw']): number {
  for (let at = bytes.indexOf(raw); at >= 0; at = bytes.indexOf(raw, at + 1)) {
    if (at === 0 || bytes[at - 1] === 10) return at;
  }
  return -1;
}

/** Every frame; the platform's own stops behind the first. */
function unzstd(packed: Buffer): Buffer {
  const frames: Buffer[] = [];
  for (let at = 0; at < packed.length;) {
    const { buffer, engine } = zstdDecompressSync(packed.subarray(at), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    frames.push(buffer);
    at += engine.bytesWritten;
  }
  return Buffer.concat(frames);
}
