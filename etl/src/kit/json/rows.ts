import type { Refusal } from '../records/piece.ts';
import type { ColumnPlace, JsonLayout } from './layout.ts';
import { isObject, textOf } from './parse.ts';

/** A record: its texts in the order of the columns, and its place in the list or lists it was taken from. */
export interface Row {
  texts: string[];
  indexes: readonly number[];
  refusal: Refusal | null;
}

interface Frame {
  value: unknown;
  /** From 1. */
  position: number;
}

/** What a file holds beside or without what source.yaml says. */
export interface Drift {
  /** Keys of records that are not declared. */
  unknown: Set<string>;
  /** Columns whose key was there at least once. */
  met: Set<string>;
}

/** Takes the records out of one element or line, and remembers which keys it met. */
export class RowReader {
  readonly drift: Drift = { unknown: new Set(), met: new Set() };
  readonly #layout: JsonLayout;
  readonly #readsKeys: boolean;
  readonly #strict: boolean;

  /** `strict`: a record with a value under a key that is not declared is refused. */
  constructor(layout: JsonLayout, strict = false) {
    this.#layout = layout;
    this.#strict = strict;
    this.#readsKeys = layout.columns.some(({ outward, steps }) => outward === 0 && steps.length > 0);
  }

  /**
   * `suspicious`: the text has escapes that may stand for what no text may hold. `at`: the lists inside hold one record each,
   * and these are the places (from 0) it had in them.
   */
  rows(element: unknown, position: number, suspicious: boolean, at?: readonly number[]): Row[] {
    const rows: Row[] = [];
    this.#descend([{ value: element, position }], at ?? null, [], suspicious, rows);
    return rows;
  }

  #descend(
    frames: readonly Frame[],
    places: readonly number[] | null,
    indexes: readonly number[],
    suspicious: boolean,
    rows: Row[],
  ): void {
    const keys = this.#layout.inner[frames.length - 1];
    if (!keys) {
      rows.push(this.#row(frames, indexes, suspicious));
      return;
    }
    const list = follow(frames.at(-1)?.value, keys);
    if (list === undefined || list === null) return;
    if (!Array.isArray(list)) {
      const detail = { expected: 'a list', found: typeof list };
      rows.push({ texts: [], indexes: [], refusal: { reason: 'invalid_json', field: keys.join('.') || null, detail } });
      return;
    }
    for (const [found, value] of list.entries()) {
      const at = places?.[frames.length - 1] ?? found;
      this.#descend([...frames, { value, position: at + 1 }], places, [...indexes, at], suspicious, rows);
    }
  }

  #row(frames: readonly Frame[], indexes: readonly number[], suspicious: boolean): Row {
    const { columns, known } = this.#layout;
    const own = frames.at(-1)?.value;
    let stranger: string | null = null;
    if (isObject(own)) {
      for (const key in own) {
        if (known.has(key)) continue;
        this.drift.unknown.add(key);
        if (own[key] !== null) stranger ??= key;
      }
    } else if (this.#readsKeys) {
      const found = own === null ? 'null' : Array.isArray(own) ? 'list' : typeof own;
      return {
        texts: [],
        indexes,
        refusal: { reason: 'invalid_json', field: null, detail: { expected: 'object', found } },
      };
    }
    const texts = columns.map((place) => this.#text(place, frames));
    if (this.#strict && stranger !== null)
      return { texts, indexes, refusal: { reason: 'unknown_column', field: stranger, detail: {} } };
    return { texts, indexes, refusal: suspicious ? this.#unusable(texts) : null };
  }

  #text(place: ColumnPlace, frames: readonly Frame[]): string {
    const frame = frames[frames.length - 1 - place.outward];
    if (!frame) return '';
    const value = place.take === 'position' ? frame.position : follow(frame.value, place.steps);
    if (value !== undefined) this.drift.met.add(place.column);
    return textOf(value);
  }

  #unusable(texts: readonly string[]): Refusal | null {
    for (const [at, text] of texts.entries()) {
      const field = this.#layout.columns[at]?.column ?? null;
      if (text.includes('\0')) return { reason: 'nul_byte', field, detail: {} };
      if (!text.isWellFormed()) return { reason: 'bad_encoding', field, detail: {} };
    }
    return null;
  }
}

function follow(value: unknown, steps: readonly string[]): unknown {
  let at = value;
  for (const step of steps) {
    if (Array.isArray(at)) at = at[Number(step)] as unknown;
    else if (isObject(at)) at = Object.hasOwn(at, step) ? at[step] : undefined;
    else return undefined;
  }
  return at;
}
