import { expect, it } from 'vitest';
import type { ByteSource } from '../bytes/byte-source.ts';
import { csvPieces } from './csv-pieces.ts';
import type { Evidence } from './piece.ts';

function sourceOf(bytes: Buffer): ByteSource {
  let at = 0;
  return {
    seekable: false,
    get taken() {
      return at;
    },
    read: async (target, to, room) => {
      const copied = bytes.copy(target, to, at, Math.min(bytes.length, at + room));
      at += copied;
      return copied;
    },
    close: async () => undefined,
  };
}

async function reread(bytes: Buffer): Promise<Evidence[]> {
  const found: Evidence[] = [];
  for await (const batch of csvPieces(sourceOf(bytes), ',', { recordNo: 1, byteOffset: 0, lineNo: 1 })) {
    for (let piece = batch.at(found.length + 1); piece; piece = batch.at(found.length + 1))
      found.push(piece.evidence());
    expect(batch.last === 0 || batch.last === found.length).toBe(true);
    expect(batch.at(found.length + 1)).toBeNull();
  }
  return found;
}

it('gives every record the place it has in the file, over chunks, blank lines, line breaks within and a line without end', async () => {
  const records = Array.from({ length: 40_000 }, (_, no) =>
    no % 7 === 3 ? `${no},"a\nb"` : `${no},${'x'.repeat(no % 40)}`,
  );
  records[20_000] = 'y'.repeat(1_500_000);
  const text = records.map((record, no) => (no % 1_000 === 5 ? `\n${record}\n` : `${record}\n`)).join('');
  const found = await reread(Buffer.from(text));
  expect(found).toHaveLength(records.length);
  let byteOffset = 0;
  let lineNo = 1;
  for (const [no, record] of records.entries()) {
    if (no % 1_000 === 5) {
      byteOffset++;
      lineNo++;
    }
    const { place, raw } = found[no]!;
    expect(place).toEqual({ recordNo: no + 1, byteOffset, lineNo });
    expect(raw.toString()).toBe(record.slice(0, 65_536));
    byteOffset += record.length + 1;
    lineNo += record.includes('\n') ? 2 : 1;
  }
});
