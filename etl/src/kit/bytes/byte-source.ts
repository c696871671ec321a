import type { FileHandle } from 'node:fs/promises';

/** The bytes of a delivered file as the splitters want them: unpacked, in UTF-8, drawn chunk by chunk. */
export interface ByteSource {
  /** Writes up to `room` bytes at `at`; the number of bytes, 0 only at the end. */
  read(target: Buffer, at: number, room: number): Promise<number>;
  /** Bytes of the delivered file taken so far. */
  readonly taken: number;
  /** Whether a source opened at a later place costs no reading of what is before it. */
  readonly seekable: boolean;
  close(): Promise<void>;
}

/** A file whose bytes need no unpacking and no decoding. */
export class FileSource implements ByteSource {
  readonly seekable = true;
  readonly #handle: FileHandle;
  #position: number;

  constructor(handle: FileHandle, from: number) {
    this.#handle = handle;
    this.#position = from;
  }

  get taken(): number {
    return this.#position;
  }

  async read(target: Buffer, at: number, room: number): Promise<number> {
    const { bytesRead } = await this.#handle.read(target, at, room, this.#position);
    this.#position += bytesRead;
    return bytesRead;
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}
