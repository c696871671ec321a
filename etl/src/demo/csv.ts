import { open, rename, utimes, type FileHandle } from 'node:fs/promises';

const ROOM = 1 << 20;
const LONGEST_RECORD = 1 << 16; // bytes; the generator's longest is under one kilobyte

export type Field = string | number | null;

function quoted(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

// A CSV file under a temporary name until it is whole; one megabyte at most waits in memory.
export class CsvFile {
  records = 0;
  private readonly bytes = Buffer.allocUnsafe(ROOM);
  private used = 0;

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    header: string,
  ) {
    this.line(header);
  }

  static async create(path: string, header: string): Promise<CsvFile> {
    return new CsvFile(path, await open(`${path}.part`, 'w'), header);
  }

  write(...fields: Field[]): void {
    let line = quoted(fields[0] ?? null);
    for (let i = 1; i < fields.length; i++) line += `,${quoted(fields[i] ?? null)}`;
    this.line(line);
    this.records++;
  }

  private line(text: string): void {
    if (this.used + LONGEST_RECORD > ROOM) throw new Error(`${this.path} was not flushed in time.`);
    this.used += this.bytes.write(text, this.used);
    this.bytes[this.used++] = 10;
  }

  get full(): boolean {
    return this.used > ROOM / 2;
  }

  async flush(): Promise<void> {
    await this.handle.writeFile(this.bytes.subarray(0, this.used));
    this.used = 0;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.close();
  }

  // The file's time is the picture's, not today's: the same shop is the same delivery.
  async publish(time: Date): Promise<void> {
    await utimes(`${this.path}.part`, time, time);
    await rename(`${this.path}.part`, this.path);
  }
}
