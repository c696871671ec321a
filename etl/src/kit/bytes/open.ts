import { open } from 'node:fs/promises';
import { IngestError } from '../errors/ingest-error.ts';
import { FileSource, type ByteSource } from './byte-source.ts';
import { decoderOf, markedEncoding, type Decoder, type Encoding } from './encodings.ts';
import { sheetCsv } from '../xlsx/sheet-csv.ts';
import { packingOf, unpack, type PackedFile, type Taken } from './packing.ts';

const CHUNK = 256 * 1024;
/** No byte of any encoding becomes more than three bytes of UTF-8. */
const WIDENING = 3;

export interface Decoding {
  encoding: Encoding;
  format: string;
  sheet?: string | undefined;
}

/** Opens a delivered file at a byte of its unpacked, decoded content. Plain UTF-8 is read as it is, with nothing in between. */
export async function openDecoded(
  file: PackedFile,
  { encoding, format, sheet }: Decoding,
  from = 0,
): Promise<ByteSource> {
  const handle = await open(file.path, 'r');
  try {
    const head = Buffer.alloc(4);
    const { bytesRead } = await handle.read(head, 0, 4, 0);
    const start = head.subarray(0, bytesRead);
    const packing = packingOf(start);
    if (format === 'xlsx') {
      await handle.close();
      if (packing !== 'zip') throw new IngestError('xlsx_unreadable', { file: file.name });
      return await skipped(new UnpackedSource(file, (taken) => sheetCsv(file, sheet, taken)), from);
    }
    if (!packing) {
      const actual = markedEncoding(start) ?? encoding;
      if (actual === 'utf-8') return new FileSource(handle, from);
      return await skipped(new DecodedSource(new FileSource(handle, 0), decoderOf(actual)), from);
    }
    await handle.close();
    const source = new UnpackedSource(file, (taken) => unpack(packing, file, taken));
    const actual = markedEncoding(await source.peek()) ?? encoding;
    return await skipped(actual === 'utf-8' ? source : new DecodedSource(source, decoderOf(actual)), from);
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
}

async function skipped(source: ByteSource, bytes: number): Promise<ByteSource> {
  const waste = Buffer.allocUnsafe(Math.min(bytes, CHUNK) || 1);
  for (let left = bytes; left > 0;) {
    const read = await source.read(waste, 0, Math.min(left, waste.length));
    if (read === 0) break;
    left -= read;
  }
  return source;
}

/** The content of a packed file or of a sheet. A damaged one fails the whole file: what came before the damage may not be all there was. */
class UnpackedSource implements ByteSource {
  readonly seekable = false;
  readonly #file: PackedFile;
  readonly #taken: Taken = { bytes: 0 };
  readonly #chunks: AsyncGenerator<Buffer, void, void>;
  #held: Buffer = Buffer.alloc(0);

  constructor(file: PackedFile, content: (taken: Taken) => AsyncGenerator<Buffer, void, void>) {
    this.#file = file;
    this.#chunks = content(this.#taken);
  }

  get taken(): number {
    return this.#taken.bytes;
  }

  /** The first bytes, which the next read gives again. */
  async peek(): Promise<Buffer> {
    while (this.#held.length < 4) {
      const next = await this.#next();
      if (!next) break;
      this.#held = Buffer.concat([this.#held, next]);
    }
    return this.#held;
  }

  async read(target: Buffer, at: number, room: number): Promise<number> {
    let written = 0;
    while (written < room) {
      if (this.#held.length === 0) {
        const next = await this.#next();
        if (!next) break;
        this.#held = next;
      }
      const copied = this.#held.copy(target, at + written, 0, Math.min(this.#held.length, room - written));
      this.#held = this.#held.subarray(copied);
      written += copied;
    }
    return written;
  }

  async close(): Promise<void> {
    await this.#chunks.return();
  }

  async #next(): Promise<Buffer | null> {
    try {
      const { value, done } = await this.#chunks.next();
      return done ? null : value;
    } catch (error) {
      if (error instanceof IngestError) throw error;
      throw new IngestError(
        'archive_damaged',
        { file: this.#file.name, problem: (error as Error).message },
        { cause: error },
      );
    }
  }
}

/** Bytes of another encoding as UTF-8. */
class DecodedSource implements ByteSource {
  readonly seekable = false;
  readonly #source: ByteSource;
  readonly #decoder: Decoder;
  readonly #raw = Buffer.allocUnsafeSlow(CHUNK);
  #rawLength = 0;
  readonly #text = Buffer.allocUnsafeSlow(CHUNK * WIDENING);
  #from = 0;
  #to = 0;
  #atEnd = false;

  constructor(source: ByteSource, decoder: Decoder) {
    this.#source = source;
    this.#decoder = decoder;
  }

  get taken(): number {
    return this.#source.taken;
  }

  async read(target: Buffer, at: number, room: number): Promise<number> {
    while (this.#from === this.#to && !this.#atEnd) await this.#refill();
    const copied = this.#text.copy(target, at, this.#from, Math.min(this.#to, this.#from + room));
    this.#from += copied;
    return copied;
  }

  async close(): Promise<void> {
    await this.#source.close();
  }

  async #refill(): Promise<void> {
    const read = await this.#source.read(this.#raw, this.#rawLength, this.#raw.length - this.#rawLength);
    const length = this.#rawLength + read;
    this.#atEnd = read === 0;
    const { read: done, written } = this.#decoder.decode(this.#raw, length, this.#atEnd, this.#text);
    this.#rawLength = this.#raw.copy(this.#raw, 0, done, length);
    this.#from = 0;
    this.#to = written;
  }
}
