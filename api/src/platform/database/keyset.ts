import { decodeCursor, encodeCursor } from '../graphql/page.ts';
import type { SortDirection } from '../graphql/shared.type.ts';
import type { Conditions } from './conditions.ts';

/** A sort key: never null (coalesce where it may be), and written so that its text turns back into the same value. */
export interface SortColumn {
  sql: string;
  type: 'date' | 'timestamptz' | 'uuid' | 'bigint' | 'integer' | 'text';
  /** The first column, also compared by itself: what a list is put together from can be cut by it, by all columns together it cannot. */
  alone?: boolean;
}

/** The order of a list, unique down to the row, and how to continue behind a row of it. */
export class Keyset {
  readonly #name: string;
  readonly #columns: readonly SortColumn[];
  readonly #direction: SortDirection;

  constructor(name: string, direction: SortDirection, columns: readonly SortColumn[]) {
    this.#name = `${name} ${direction}`;
    this.#columns = columns;
    this.#direction = direction;
  }

  get orderBy(): string {
    return this.#columns.map(({ sql }) => `${sql} ${this.#direction}`).join(', ');
  }

  /** The column of the select list that `cursor` reads. */
  get select(): string {
    return `array[${this.#columns.map(({ sql }) => `(${sql})::text`).join(', ')}] as "cursorKeys"`;
  }

  /** The sort keys as columns of their own, for a page that is cut before anything is joined to it. */
  get columns(): string {
    return this.#columns.map(({ sql }, index) => `${sql} as sort${index}`).join(', ');
  }

  /** The same order and cursor, by the `columns` of the cut page. */
  of(page: string): { orderBy: string; select: string } {
    const keys = this.#columns.map((_, index) => `${page}.sort${index}`);
    return {
      orderBy: keys.map((key) => `${key} ${this.#direction}`).join(', '),
      select: `array[${keys.map((key) => `${key}::text`).join(', ')}] as "cursorKeys"`,
    };
  }

  cursor(row: { cursorKeys: string[] }): string {
    return encodeCursor(this.#name, row.cursorKeys);
  }

  continueAfter(conditions: Conditions, after: string | null | undefined): void {
    const keys = decodeCursor(after, this.#name, this.#columns.length);
    if (!keys) return;
    const bound = this.#columns.map(({ type }, index) => `${conditions.bind(keys[index])}::${type}`);
    const sign = this.#direction === 'ASC' ? '>' : '<';
    const [first] = this.#columns;
    if (first?.alone) conditions.and(`${first.sql} ${sign}= ${bound[0]}`);
    conditions.and(`(${this.#columns.map(({ sql }) => sql).join(', ')}) ${sign} (${bound.join(', ')})`);
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Text that is no id cannot name a row: it is looked up as the id that no row has. */
export const asId = (text: string): string => (UUID.test(text) ? text : '00000000-0000-0000-0000-000000000000');
