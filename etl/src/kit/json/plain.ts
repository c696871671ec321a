import { isUtf8 } from 'node:buffer';
import type { JsonLayout } from './layout.ts';

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const BACKSLASH = 92;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const LONGEST_NUMBER = 15;
/** From here on a small number is written with an exponent. */
const MOST_LEADING_ZEROS = 6;

interface Key {
  /** With its closing quote. */
  bytes: Buffer;
  /** Where its value goes; -1 for one that is ignored. */
  column: number;
}

/** Where the values of one record lie in the buffer, column by column; an absent one and null are empty. */
export interface PlainValues {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Reads a record by its bytes alone where that must give what parsing it would: an object of declared keys, each there once, texts
 * without escapes, numbers that are written as JavaScript writes them but for zeros at their end. Of anything else it says so, and
 * the record is parsed.
 */
export class PlainReader implements PlainValues {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Whether a column's key was ever there. */
  readonly met: Uint8Array;
  readonly #keys: readonly Key[];
  /** Keys come in the same order again and again: by position, the one that was there last. */
  readonly #usual: (Key | undefined)[] = [];
  /** The record in which a column was last seen. */
  readonly #seen: Int32Array;
  #record = 0;
  #end = 0;

  /** Null where records hold more than values under keys of their own. */
  static of(layout: JsonLayout): PlainReader | null {
    const isPlain = layout.columns.every(
      ({ outward, take, steps }) => outward === 0 && take === 'value' && steps.length === 1,
    );
    const keys = layout.columns.map(({ steps }) => steps[0] ?? '');
    if (!isPlain || layout.inner.length > 0 || new Set(keys).size < keys.length) return null;
    return new PlainReader(layout, keys);
  }

  private constructor({ known }: JsonLayout, keys: readonly string[]) {
    const ignored = [...known].filter((key) => !keys.includes(key));
    this.#keys = [...keys, ...ignored].map((key, at) => ({
      bytes: Buffer.from(`${key}"`),
      column: at < keys.length ? at : -1,
    }));
    this.starts = new Int32Array(keys.length);
    this.ends = new Int32Array(keys.length);
    this.met = new Uint8Array(keys.length);
    this.#seen = new Int32Array(keys.length);
  }

  /** Whether bytes [start, end) were read; only then do the places hold anything. */
  read(buffer: Buffer, start: number, end: number): boolean {
    if (buffer[start] !== OPEN_OBJECT || buffer[end - 1] !== CLOSE_OBJECT) return false;
    this.#record++;
    this.starts.fill(0);
    this.ends.fill(0);
    let isAscii = true;
    let at = pastSpace(buffer, start + 1);
    for (let position = 0; buffer[at] === QUOTE; position++) {
      const key = this.#keyAt(buffer, at + 1, position);
      if (!key || !this.#isFirst(key.column)) return false;
      at = pastSpace(buffer, at + 1 + key.bytes.length);
      if (buffer[at] !== COLON) return false;
      at = pastSpace(buffer, at + 1);
      const from = buffer[at] === QUOTE ? at + 1 : at;
      const next = from > at ? this.#text(buffer, from) : this.#scalar(buffer, at);
      if (next < 0) return false;
      if (key.column >= 0) {
        this.starts[key.column] = from;
        this.ends[key.column] = this.#end;
      }
      isAscii &&= this.#isAscii;
      at = pastSpace(buffer, next);
      if (buffer[at] === CLOSE_OBJECT)
        return at + 1 === end && (isAscii || isUtf8(buffer.subarray(start, end))) && this.#meet();
      if (buffer[at] !== COMMA) return false;
      at = pastSpace(buffer, at + 1);
    }
    return false;
  }

  #keyAt(buffer: Buffer, at: number, position: number): Key | undefined {
    const usual = this.#usual[position];
    if (usual && standsAt(usual.bytes, buffer, at)) return usual;
    const found = this.#keys.find(({ bytes }) => standsAt(bytes, buffer, at));
    if (found) this.#usual[position] = found;
    return found;
  }

  #isFirst(column: number): boolean {
    if (column < 0) return true;
    const isFirst = this.#seen[column] !== this.#record;
    this.#seen[column] = this.#record;
    return isFirst;
  }

  #meet(): true {
    for (let column = 0; column < this.met.length; column++)
      if (this.#seen[column] === this.#record) this.met[column] = 1;
    return true;
  }

  #isAscii = true;

  /** Sets the end of the value; the place behind it, or -1 where it is not plain. */
  #text(buffer: Buffer, from: number): number {
    let bits = 0;
    for (let at = from; ; at++) {
      const byte = buffer[at];
      if (byte === QUOTE) {
        this.#end = at;
        this.#isAscii = bits < 128;
        return at + 1;
      }
      if (byte === undefined || byte < 32 || byte === BACKSLASH) return -1;
      bits |= byte;
    }
  }

  #scalar(buffer: Buffer, at: number): number {
    this.#isAscii = true;
    const word = WORDS.find(({ bytes }) => standsAt(bytes, buffer, at));
    if (!word) return this.#number(buffer, at);
    this.#end = at + word.length;
    return at + word.bytes.length;
  }

  #number(buffer: Buffer, from: number): number {
    const first = buffer[from] === MINUS ? from + 1 : from;
    const point = pastDigits(buffer, first);
    if (point === first || (buffer[first] === ZERO && point > first + 1)) return -1;
    const next = buffer[point] === POINT ? pastDigits(buffer, point + 1) : point;
    if (next === point + 1 || next - first > LONGEST_NUMBER) return -1;
    this.#end = next > point ? withoutLastZeros(buffer, point, next) : next;
    if (buffer[first] !== ZERO) return next;
    // Minus zero loses its sign; what is very small would be written with an exponent.
    const isZero = this.#end === first + 1;
    if (isZero) return first > from ? -1 : next;
    return leadingZeros(buffer, point + 1) < MOST_LEADING_ZEROS ? next : -1;
  }
}

/** `length`: how much of it is the text of the value. */
const WORDS = [
  { bytes: Buffer.from('null'), length: 0 },
  { bytes: Buffer.from('true'), length: 4 },
  { bytes: Buffer.from('false'), length: 5 },
];

function standsAt(bytes: Buffer, buffer: Buffer, at: number): boolean {
  for (let no = 0; no < bytes.length; no++) if (buffer[at + no] !== bytes[no]) return false;
  return true;
}

function pastSpace(buffer: Buffer, from: number): number {
  let at = from;
  while (buffer[at] === 32 || buffer[at] === 10 || buffer[at] === 13 || buffer[at] === 9) at++;
  return at;
}

function pastDigits(buffer: Buffer, from: number): number {
  let at = from;
  while ((buffer[at] ?? 0) >= ZERO && (buffer[at] ?? 0) <= NINE) at++;
  return at;
}

function withoutLastZeros(buffer: Buffer, point: number, end: number): number {
  let at = end;
  while (buffer[at - 1] === ZERO) at--;
  return at - 1 === point ? point : at;
}

function leadingZeros(buffer: Buffer, from: number): number {
  let at = from;
  while (buffer[at] === ZERO) at++;
  return at - from;
}
