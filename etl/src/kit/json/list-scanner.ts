const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const COLON = 58;
const LF = 10;

export interface ElementSink {
  /** Bytes [start, end) of the buffer are one element of the list. `lines` of the scanner are those before it. */
  element(start: number, end: number): void;
}

/** What is wrong with the document itself: from there on nobody can tell where a record ends. */
export interface DocumentFault {
  problem: 'unexpected' | 'not_a_list' | 'list_twice' | 'list_missing' | 'cut';
  /** Line ends before the place. */
  lines: number;
}

/**
 * Finds the elements of one list of a JSON document by its bytes alone: brackets and strings are followed, values are not
 * looked at. It can stop behind any byte, so a document of any size is read through a small buffer; each element is then
 * parsed by itself, and one that is broken harms no other as long as its brackets and quotes are in order.
 */
export class ListScanner {
  readonly #path: readonly string[];
  /** What closes each open bracket of the document, innermost last. All are on the way to the list. */
  readonly #open: number[] = [];
  #inList = false;
  #found = false;
  #begun = false;
  /** On the way to the list: the key whose value comes next. */
  #key: string | null = null;
  #afterColon = false;
  /** State inside an element, or inside something that is skipped. */
  #depth = 0;
  #inString = false;
  #escaped = false;
  #scanned = 0;
  #inElement = false;
  #skipping = false;
  lines = 0;

  /** `inside`: the buffer begins within the list, in front of an element. */
  constructor(path: readonly string[], inside: { lines: number } | null = null) {
    this.#path = path;
    if (!inside) return;
    this.#begun = true;
    this.#found = true;
    this.#inList = true;
    this.lines = inside.lines;
    this.#open.push(...path.map(() => CLOSE_OBJECT), CLOSE_LIST);
  }

  /** Everything before `done` is finished; what follows must be given again with more bytes behind it. */
  scan(buffer: Buffer, length: number, sink: ElementSink): { done: number; fault: DocumentFault | null } {
    let at = 0;
    while (at < length) {
      if (this.#inElement || this.#skipping) {
        const start = at;
        const end = this.#pass(buffer, start + this.#scanned, length);
        if (end < 0) {
          if (this.#inElement) return { done: start, fault: null };
          this.#countLines(buffer, start, length);
          this.#scanned = 0;
          return { done: length, fault: null };
        }
        if (this.#inElement) this.#give(buffer, start, end, sink);
        else this.#countLines(buffer, start, end);
        this.#scanned = 0;
        this.#inElement = false;
        this.#skipping = false;
        at = end;
        continue;
      }
      const byte = buffer[at] as number;
      if (byte === LF) this.lines++;
      if (byte <= 32 || byte === COMMA) {
        at++;
        continue;
      }
      const step = this.#inList ? this.#inListAt(byte) : this.#onTheWay(buffer, at, length, byte);
      if (step === 'more') return { done: at, fault: null };
      if (typeof step === 'object') return { done: at, fault: step };
      at += step;
    }
    return { done: at, fault: null };
  }

  /** To be asked when the document has ended. */
  atEnd(): DocumentFault | null {
    if (this.#inElement || this.#skipping || this.#open.length > 0 || !this.#begun) return this.#fault('cut');
    return this.#found ? null : this.#fault('list_missing');
  }

  #fault(problem: DocumentFault['problem']): DocumentFault {
    return { problem, lines: this.lines };
  }

  #inListAt(byte: number): number | DocumentFault {
    if (byte === CLOSE_LIST) {
      this.#open.pop();
      this.#inList = false;
      this.#key = null;
      return 1;
    }
    if (byte === CLOSE_OBJECT || byte === COLON) return this.#fault('unexpected');
    this.#inElement = true;
    return 0;
  }

  /** Outside the list: keys on the way to it are read, every other value is skipped. */
  #onTheWay(buffer: Buffer, at: number, length: number, byte: number): number | 'more' | DocumentFault {
    const closer = this.#open.at(-1);
    if (closer === undefined) {
      if (this.#begun) return this.#fault('unexpected');
      this.#begun = true;
      return this.#value(byte);
    }
    if (byte === closer) {
      this.#open.pop();
      this.#key = null;
      return 1;
    }
    if (this.#key !== null && this.#afterColon) return this.#value(byte);
    if (this.#key !== null) {
      if (byte !== COLON) return this.#fault('unexpected');
      this.#afterColon = true;
      return 1;
    }
    if (byte !== QUOTE) return this.#fault('unexpected');
    const end = endOfString(buffer, at + 1, length);
    if (end < 0) return 'more';
    this.#key = textOf(buffer, at, end + 1);
    this.#afterColon = false;
    return end + 1 - at;
  }

  /** The value of the document itself, or of a key of an object on the way. */
  #value(byte: number): number | DocumentFault {
    const depth = this.#open.length;
    const onPath = depth === 0 || this.#key === this.#path[depth - 1];
    this.#key = null;
    if (onPath && depth === this.#path.length) {
      if (this.#found) return this.#fault('list_twice');
      if (byte === OPEN_LIST) {
        this.#found = true;
        this.#inList = true;
        this.#open.push(CLOSE_LIST);
        return 1;
      }
      if (depth === 0 || byte !== 110 /* null: an empty list */) return this.#fault('not_a_list');
      this.#found = true;
    } else if (onPath) {
      if (byte !== OPEN_OBJECT) return this.#fault('not_a_list');
      this.#open.push(CLOSE_OBJECT);
      return 1;
    }
    this.#skipping = true;
    return 0;
  }

  /** Follows one value to its end; the position behind it, or -1 while it goes on. */
  #pass(buffer: Buffer, from: number, length: number): number {
    let depth = this.#depth;
    let at = from;
    let end = -1;
    if (this.#inString) at = this.#passString(buffer, at, length);
    while (at < length) {
      const byte = buffer[at++] as number;
      if (byte === QUOTE) at = this.#passString(buffer, at, length);
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth > 0) depth--;
        else at--;
        if (depth === 0) {
          end = at;
          break;
        }
      } else if (byte === COMMA && depth === 0) {
        end = at - 1;
        break;
      }
    }
    this.#depth = depth;
    this.#scanned += at - from;
    return end;
  }

  /** The position behind the string's closing quote, or the end of what there is. */
  #passString(buffer: Buffer, from: number, length: number): number {
    let at = from;
    if (this.#escaped && at < length) {
      this.#escaped = false;
      at++;
    }
    while (at < length) {
      const byte = buffer[at++];
      if (byte === QUOTE) {
        this.#inString = false;
        return at;
      }
      if (byte === BACKSLASH && at++ >= length) {
        this.#escaped = true;
        at = length;
      }
    }
    this.#inString = true;
    return at;
  }

  #give(buffer: Buffer, start: number, end: number, sink: ElementSink): void {
    let last = end;
    while (last > start && (buffer[last - 1] as number) <= 32) last--;
    sink.element(start, last);
    this.#countLines(buffer, start, end);
  }

  #countLines(buffer: Buffer, from: number, to: number): void {
    this.lines += linesIn(buffer, from, to);
  }
}

function endOfString(buffer: Buffer, from: number, length: number): number {
  for (let at = from; at < length; at++) {
    if (buffer[at] === BACKSLASH) at++;
    else if (buffer[at] === QUOTE) return at;
  }
  return -1;
}

function textOf(buffer: Buffer, start: number, end: number): string {
  const text = buffer.toString('utf8', start, end);
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}

export function linesIn(buffer: Buffer, from: number, to: number): number {
  const bytes = buffer.subarray(from, to); // a search in the whole buffer would not stop at `to`
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++;
  return lines;
}
