/** Where a record starts in its file. */
export interface RecordPlace {
  recordNo: number;
  byteOffset: number;
  lineNo: number;
}

const EVERY = 512;

/**
 * The place of one record in 512, kept by the splitter: enough to find any record again by reading a few hundred, and small
 * for any file (40,000 entries for 20 million records), so that landing tables need not carry offset and line of each row.
 */
export class OffsetIndex {
  readonly #records: number[] = [];
  readonly #bytes: number[] = [];
  readonly #lines: number[] = [];
  #next = 1;

  note(recordNo: number, byteOffset: number, lineNo: number): void {
    if (recordNo < this.#next) return;
    this.#records.push(recordNo);
    this.#bytes.push(byteOffset);
    this.#lines.push(lineNo);
    this.#next = recordNo + EVERY;
  }

  /** The nearest noted place at or before the record. */
  before(recordNo: number): RecordPlace {
    let low = 0;
    for (let high = this.#records.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if ((this.#records[middle] ?? 0) <= recordNo) low = middle;
      else high = middle;
    }
    return { recordNo: this.#records[low] ?? 1, byteOffset: this.#bytes[low] ?? 0, lineNo: this.#lines[low] ?? 1 };
  }

  /** Whether two records are so near each other that reading on is cheaper than seeking. */
  near(recordNo: number, next: number): boolean {
    return next - recordNo < EVERY * 8;
  }
}
