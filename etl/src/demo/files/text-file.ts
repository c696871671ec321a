import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { rename, utimes } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { constants, createGzip, type Gzip } from 'node:zlib';
import { gb18030 } from './gb18030.ts';

const ROOM = 1 << 20;
const LONGEST_RECORD = 1 << 16; // bytes; the generator's longest is a few kilobytes

export interface Shape {
  header?: string; // before the first record
  between?: string;
  footer?: string;
  gzip?: boolean;
  encoding?: 'utf-8' | 'gb18030';
}

/** A file of records under a temporary name until it is whole; about a megabyte waits in memory, more only between two flushes. */
export class TextFile {
  private readonly bytes = Buffer.allocUnsafe(ROOM);
  private used = 0;
  private readonly aside: Buffer[] = [];
  private lines = 0;
  private readonly file: WriteStream;
  private readonly gzip: Gzip | null;

  constructor(
    private readonly path: string,
    private readonly shape: Shape,
  ) {
    this.file = createWriteStream(`${path}.part`);
    // The fastest level: what is packed once and read once is not worth more.
    this.gzip = shape.gzip ? createGzip({ level: constants.Z_BEST_SPEED, chunkSize: 1 << 18 }) : null;
    this.gzip?.pipe(this.file);
    if (shape.header) this.put(shape.header);
  }

  /** One record without its line's end; bytes are written as they are. */
  line(record: string | Buffer): void {
    if (this.used + LONGEST_RECORD > ROOM) this.setAside();
    if (this.lines++ > 0 && this.shape.between) this.put(this.shape.between);
    this.put(record);
    if (!this.shape.between) this.bytes[this.used++] = 10;
  }

  private put(text: string | Buffer): void {
    if (typeof text !== 'string') this.used += text.copy(this.bytes, this.used);
    else if (this.shape.encoding === 'gb18030') this.used += gb18030(text).copy(this.bytes, this.used);
    else this.used += this.bytes.write(text, this.used);
  }

  private setAside(): void {
    if (this.used > 0) this.aside.push(Buffer.from(this.bytes.subarray(0, this.used)));
    this.used = 0;
  }

  get full(): boolean {
    return this.used > ROOM / 2 || this.aside.length > 0;
  }

  async flush(): Promise<void> {
    this.setAside();
    const target = this.gzip ?? this.file;
    for (const bytes of this.aside.splice(0)) if (!target.write(bytes)) await once(target, 'drain');
  }

  // The file's time is the picture's, not today's: the same shop is the same delivery.
  async publish(time: Date): Promise<void> {
    if (this.shape.footer) this.put(this.shape.footer);
    await this.flush();
    (this.gzip ?? this.file).end();
    await finished(this.file);
    await utimes(`${this.path}.part`, time, time);
    await rename(`${this.path}.part`, this.path);
  }
}
