import { createHash } from 'node:crypto';
import type { RequestDefinition } from '../../kit/source/supply-definition.ts';
import { ShapeError, valueAt } from './page.ts';

/** Beyond it, overlapping pages are no longer told apart. */
const MOST_IDS = 1_000_000;

/** How many records came, against how many the other side says there are. */
export class Tally {
  records = 0;
  #announced: number | null = null;
  readonly #ids: Set<number> | null;
  #isFull = false;

  constructor(readonly request: RequestDefinition) {
    this.#ids = request.total !== undefined && request.id !== undefined ? new Set() : null;
  }

  count(): void {
    this.records++;
  }

  meet(id: unknown): void {
    if (!this.#ids || this.#isFull) return;
    this.#ids.add(
      createHash('md5')
        .update(JSON.stringify(id) ?? '')
        .digest()
        .readUIntBE(0, 6),
    );
    this.#isFull = this.#ids.size >= MOST_IDS;
  }

  /** The latest word counts: rows come and go while the pages are read. */
  announce(envelope: unknown, headers: Headers): void {
    const { total } = this.request;
    if (total === undefined) return;
    const said = total.startsWith('header:') ? headers.get(total.slice('header:'.length)) : valueAt(envelope, total);
    const number = said === null || said === undefined || said === '' ? Number.NaN : Number(said);
    if (!Number.isInteger(number)) throw new ShapeError(`it does not say how many records there are (total: ${total})`);
    this.#announced = number;
  }

  missing(): { found: number; announced: number } | null {
    const found = this.#ids && !this.#isFull ? this.#ids.size : this.records;
    return this.#announced !== null && found < this.#announced ? { found, announced: this.#announced } : null;
  }

  mark(): number {
    return this.records;
  }

  backTo(records: number): void {
    this.records = records;
  }
}
