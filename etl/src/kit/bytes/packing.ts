import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { constants, crc32, createGunzip, createZstdDecompress, type Gunzip, type ZstdDecompress } from 'node:zlib';
import { openPromise, type Entry } from 'yauzl';
import { IngestError } from '../errors/ingest-error.ts';

export type Packing = 'gzip' | 'zip' | 'zstd';

const CHUNK = 256 * 1024;
/** A window of 128 MiB is what every packer but `--ultra --long` stays within; more would break the bound on memory. */
const ZSTD_WINDOW_LOG = 27;

/** A file is what its first bytes say, whatever it is called. */
export function packingOf(head: Buffer): Packing | null {
  if (head.length < 4) return null;
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip';
  const magic = head.readUInt32LE(0);
  if (magic === 0x04034b50 || magic === 0x06054b50) return 'zip';
  if (magic === 0xfd2fb528 || (magic & 0xfffffff0) >>> 0 === 0x184d2a50) return 'zstd';
  return null;
}

export interface PackedFile {
  path: string;
  name: string;
  bytes: number;
}

/** How many bytes of the packed file have been taken; kept by the unpacker, read by whoever shows progress. */
export interface Taken {
  bytes: number;
}

export function unpack(packing: Packing, file: PackedFile, taken: Taken): AsyncGenerator<Buffer, void, void> {
  if (packing === 'zip') return unzip(file, taken);
  return packing === 'gzip' ? gunzip(file, taken) : unzstd(file, taken);
}

/** Every member of the file, one after the other, as gzip itself reads them. */
async function* gunzip(file: PackedFile, taken: Taken): AsyncGenerator<Buffer, void, void> {
  yield* decompress(file.path, 0, createGunzip({ chunkSize: CHUNK }), taken);
}

/** Node's decoder stops without a word behind the first frame; packers that work in parallel write many. */
async function* unzstd(file: PackedFile, taken: Taken): AsyncGenerator<Buffer, void, void> {
  while (taken.bytes < file.bytes) {
    const start = taken.bytes;
    const params = { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG };
    yield* decompress(file.path, start, createZstdDecompress({ chunkSize: CHUNK, params }), taken);
    if (taken.bytes === start) throw new Error('a frame without content');
  }
}

async function* decompress(
  path: string,
  start: number,
  engine: Gunzip | ZstdDecompress,
  taken: Taken,
): AsyncGenerator<Buffer, void, void> {
  const packed = createReadStream(path, { start, highWaterMark: CHUNK });
  pipeline(packed, engine, () => undefined); // an error of either ends the loop below
  try {
    for await (const chunk of engine) {
      taken.bytes = start + engine.bytesWritten;
      yield chunk as Buffer;
    }
    taken.bytes = start + engine.bytesWritten;
  } finally {
    packed.destroy();
    engine.destroy();
  }
}

async function* unzip(file: PackedFile, taken: Taken): AsyncGenerator<Buffer, void, void> {
  const archive = await openPromise(file.path, { lazyEntries: true, autoClose: false });
  try {
    const members: Entry[] = [];
    for await (const entry of archive.eachEntry()) {
      if (!/\/$|^__MACOSX\//.test(entry.fileName)) members.push(entry);
    }
    const [member] = members;
    if (!member || members.length > 1) {
      const names = members.map(({ fileName }) => fileName);
      throw new IngestError('archive_members', { file: file.name, count: names.length, members: names.slice(0, 10) });
    }
    if (member.isEncrypted()) throw new IngestError('archive_encrypted', { file: file.name });
    let sum = 0;
    let done = 0;
    for await (const chunk of await archive.openReadStreamPromise(member)) {
      sum = crc32(chunk as Buffer, sum);
      done += (chunk as Buffer).length;
      taken.bytes = Math.round((file.bytes * done) / Math.max(member.uncompressedSize, 1));
      yield chunk as Buffer;
    }
    if (sum !== member.crc32) throw new Error('the checksum does not match');
  } finally {
    archive.close();
  }
}
