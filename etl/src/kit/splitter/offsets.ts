/** Where a record starts in its file. */
export interface RecordPlace {
  recordNo: number;
  byteOffset: number;
  lineNo: number;
}

const EVERY = 512;

/**
 * Every 512th record's place, kept by the splitter: enough to find any record again by reading a few hundred, and small for
 * any file (40,000 entries for 20 million records), so that landing tables need not carry offset and line of each row.
 */
export class OffsetIndex {
  readonly #bytes: number[] = [];
  readonly #lines: number[] = [];

  note(recordNo: number, byteOffset: number, lineNo: number): void {
    if ((recordNo - 1) % EVERY !== 0) return;
    this.#bytes.push(byteOffset);
    this.#lines.push(lineNo);
  }

  /** The nearest noted place at or before the record. */
  before(recordNo: number): RecordPlace {
    const slot = Math.floor((recordNo - 1) / EVERY);
    return { recordNo: slot * EVERY + 1, byteOffset: this.#bytes[slot] ?? 0, lineNo: this.#lines[slot] ?? 1 };
  }

  /** Whether two records are so near each other that reading on is cheaper than seeking. */
  near(recordNo: number, next: number): boolean {
    return next - recordNo < EVERY * 8;
  }
}
