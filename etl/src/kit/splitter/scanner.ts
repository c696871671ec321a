import { isUtf8 } from 'node:buffer';

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** What quarantine keeps of a line that is too long to be a record. */
export const KEPT_OF_LONG_LINE = 64 * 1024;

/** Why a record cannot be handed to COPY: each of these would abort the whole COPY, or cut a value silently. */
export type SplitRefusal =
  | 'too_few_fields'
  | 'too_many_fields'
  | 'stray_quote'
  | 'stray_carriage_return'
  | 'bad_encoding'
  | 'nul_byte'
  | 'record_too_long';

export interface RecordSink {
  /**
   * `lines` is the number of physical lines of the record. `bareQuotes`: there are quotes inside values that do not begin with
   * one, which belong to the value (5" screen); COPY would take them for quoting.
   */
  record(buffer: Buffer, start: number, end: number, fields: number, lines: number, bareQuotes: boolean): void;
  refused(buffer: Buffer, start: number, end: number, reason: SplitRefusal, lines: number): void;
  /** A line without anything, which is no record. */
  blankLine(): void;
}

/**
 * Splits CSV bytes into records without making a string of any field. One sentinel quote behind the data ends both inner
 * loops, so they need no bounds check. A record whose quoting is broken gives up only its first line: the lines a stray
 * quote would have swallowed are read again as records of their own. So does one that is too long, wherever in the buffer it falls.
 */
export class RecordScanner {
  readonly #delimiter: number;
  readonly #maxRecord: number;
  #end = 0;
  #fields = 0;
  #lines = 0;
  #strayReturn = false;
  #bareQuotes = false;

  constructor(delimiter: string, maxRecord: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#maxRecord = maxRecord;
  }

  /**
   * Everything before the position it returns is done; what follows is an unfinished record. `buffer` must have at least one
   * byte of room behind `length`, which is overwritten.
   */
  scan(buffer: Buffer, length: number, atEnd: boolean, sink: RecordSink): number {
    buffer[length] = QUOTE;
    const clean = this.#isClean(buffer, length, atEnd);
    let start = 0;
    while (start < length) {
      const first = buffer[start];
      if (first === LF || (first === CR && start + 1 < length && buffer[start + 1] === LF)) {
        start += first === LF ? 1 : 2;
        sink.blankLine();
        continue;
      }
      const outcome = this.#measure(buffer, start, length, atEnd);
      if (outcome === 'unfinished' && length - start <= this.#maxRecord) break;
      if (outcome !== 'whole' || this.#end - start > this.#maxRecord) {
        const lineEnd = endOfLine(buffer, start, length);
        if (lineEnd < 0 && !atEnd) break;
        const end = lineEnd < 0 ? length : lineEnd;
        if (end - start > this.#maxRecord)
          sink.refused(buffer, start, Math.min(end, start + KEPT_OF_LONG_LINE), 'record_too_long', 1);
        else sink.refused(buffer, start, trimReturn(buffer, start, end), 'stray_quote', 1);
        start = end + 1;
        continue;
      }
      const end = trimReturn(buffer, start, this.#end);
      const fault = this.#strayReturn ? 'stray_carriage_return' : clean ? null : faultOf(buffer, start, end);
      if (fault) sink.refused(buffer, start, end, fault, this.#lines);
      else sink.record(buffer, start, end, this.#fields, this.#lines, this.#bareQuotes);
      start = this.#end + 1;
    }
    return Math.min(start, length);
  }

  /** Finds the end of the record at `start`; sets #end (its line feed), #fields and #lines. */
  #measure(buffer: Buffer, start: number, length: number, atEnd: boolean): 'whole' | 'unfinished' | 'broken' {
    const delimiter = this.#delimiter;
    let at = start;
    let fields = 1;
    let lines = 1;
    let isBare = false;
    this.#strayReturn = false;
    this.#bareQuotes = false;
    for (;;) {
      if (buffer[at] === QUOTE && !isBare && at < length) {
        at++;
        for (;;) {
          let byte = buffer[at];
          while (byte !== QUOTE) {
            if (byte === LF) lines++;
            byte = buffer[++at];
          }
          if (at >= length) return atEnd ? 'broken' : 'unfinished';
          if (buffer[at + 1] !== QUOTE || at + 1 >= length) break;
          at += 2;
        }
        at++;
      } else {
        let byte = buffer[at];
        while (byte !== delimiter && byte !== LF && byte !== QUOTE && byte !== CR) byte = buffer[++at];
        isBare = true;
      }
      if (at >= length) {
        if (!atEnd) return 'unfinished';
        break;
      }
      const byte = buffer[at];
      if (byte === delimiter) {
        fields++;
        at++;
        isBare = false;
      } else if (byte === LF) {
        break;
      } else if (byte === CR) {
        if (at + 1 >= length && !atEnd) return 'unfinished';
        if (at + 1 < length && buffer[at + 1] !== LF) this.#strayReturn = true;
        at++;
        if (this.#strayReturn) continue;
        break;
      } else if (isBare) {
        this.#bareQuotes = true;
        at++;
      } else {
        return 'broken';
      }
    }
    this.#end = at;
    this.#fields = fields;
    this.#lines = lines;
    return 'whole';
  }

  /** One check for the whole chunk; only a chunk that fails it is looked at record by record. */
  #isClean(buffer: Buffer, length: number, atEnd: boolean): boolean {
    const until = atEnd ? length : buffer.lastIndexOf(LF, length - 1) + 1;
    const whole = buffer.subarray(0, until);
    return isUtf8(whole) && !whole.includes(0);
  }
}

function endOfLine(buffer: Buffer, from: number, length: number): number {
  const at = buffer.indexOf(LF, from);
  return at >= 0 && at < length ? at : -1;
}

function trimReturn(buffer: Buffer, start: number, end: number): number {
  return end > start && buffer[end - 1] === CR ? end - 1 : end;
}

function faultOf(buffer: Buffer, start: number, end: number): SplitRefusal | null {
  const record = buffer.subarray(start, end);
  if (record.includes(0)) return 'nul_byte';
  return isUtf8(record) ? null : 'bad_encoding';
}
