import { promisify } from 'node:util';
import { constants, crc32, deflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** RFC 1952: gzip, deflated, no name, no time, of no system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** A stored block counts its bytes in 16 bits (RFC 1951, 3.2.4). */
const MOST_BESIDE = 0xffff;

/** The last block of a deflated text: bytes as they are. */
function stored(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(~bytes.length & MOST_BESIDE, 3);
  return Buffer.concat([head, bytes]);
}

/**
 * The beginning of many texts, packed once; each text's own end is put behind it as a block of its own. Together they are one
 * ordinary gzip member: what every client reads.
 */
export class PackedText {
  readonly #deflated: Buffer;
  readonly #crc: number;
  readonly #length: number;

  private constructor(deflated: Buffer, bytes: Buffer) {
    this.#deflated = deflated;
    this.#crc = crc32(bytes);
    this.#length = bytes.length;
  }

  static async of(text: string): Promise<PackedText> {
    const bytes = Buffer.from(text);
    return new PackedText(await deflate(bytes, { finishFlush: constants.Z_SYNC_FLUSH }), bytes);
  }

  get bytes(): number {
    return this.#deflated.length;
  }

  /** null where the end is too long to stand beside it. */
  with(end: string): Buffer | null {
    const bytes = Buffer.from(end);
    if (bytes.length > MOST_BESIDE) return null;
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc32(bytes, this.#crc), 0);
    trailer.writeUInt32LE((this.#length + bytes.length) >>> 0, 4);
    return Buffer.concat([HEADER, this.#deflated, stored(bytes), trailer]);
  }
}
