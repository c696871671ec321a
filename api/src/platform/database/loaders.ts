import DataLoader from 'dataloader';
import type { Page, PageArgs } from '../graphql/page.ts';

/** A loader that can also be asked for many at once, without a promise for each of them. */
export class Batch<Key, Value> extends DataLoader<Key, Value, string> {
  readonly #read: (keys: readonly Key[]) => Promise<(Value | Error)[]>;

  constructor(read: (keys: readonly Key[]) => Promise<(Value | Error)[]>, idOf: (key: Key) => string) {
    super(read, { cacheKeyFn: idOf });
    this.#read = read;
  }

  /** In the order of the keys; nothing is remembered. */
  async all(keys: readonly Key[]): Promise<Value[]> {
    return (await this.#read(keys)).map((value) => {
      if (value instanceof Error) throw value;
      return value;
    });
  }
}

/** An order is found by its customer too, so that a distributed database asks one machine. */
export interface OrderKey {
  customerId: string;
  id: string;
}

/** What hangs on an order and costs money, in its currency. */
export interface PaidKey extends OrderKey {
  currency: string;
}

/** The rows that hang on each key, in the order the query gave them; none: an empty list. */
export function loadMany<Key, Row>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  idOf: (key: Key) => string,
  parentOf: (row: Row) => string,
): Batch<Key, Row[]> {
  return new Batch(async (keys) => {
    const rows = Map.groupBy(await read(keys), parentOf);
    return keys.map((key) => rows.get(idOf(key)) ?? []);
  }, idOf);
}

/** The row of each key; none: null. */
export function loadOne<Key, Row>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  idOf: (key: Key) => string,
  idOfRow: (row: Row) => string,
): Batch<Key, Row | null> {
  return new Batch(async (keys) => {
    const rows = new Map((await read(keys)).map((row) => [idOfRow(row), row]));
    return keys.map((key) => rows.get(idOf(key)) ?? null);
  }, idOf);
}

/**
 * The rows of equally long arrays, bound from $1 on. The planner does not see how long they are this time: else it would find each plan
 * for its own few keys cheaper than one for all, and plan anew every time, which of long statements costs more than running them.
 */
export const listOf = (...types: readonly ('uuid' | 'text')[]): string =>
  `unnest(${types.map((type, index) => `(select $${index + 1}::${type}[])`).join(', ')})`;

/** Two equally long arrays for `listOf('uuid', 'uuid')`. */
export function orderKeyArrays(keys: readonly OrderKey[]): [string[], string[]] {
  return [keys.map((key) => key.customerId), keys.map((key) => key.id)];
}

/** For what several rows share and perhaps none needs: read with the first that asks. */
export function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
}

export interface PageKey extends PageArgs {
  parentId: string;
}

/** Parents of one list are asked for the same page, so they share a statement; another page is another statement. */
export function loadPages<Key extends PageKey, Node>(
  read: (parentIds: readonly string[], asked: Key) => Promise<Map<string, Page<Node>>>,
  pageOf: (key: Key) => string = ({ first, after }) => `${first} ${after ?? ''}`,
): Batch<Key, Page<Node>> {
  return new Batch<Key, Page<Node>>(
    async (keys) => {
      const pages = new Map<string, Map<string, Page<Node>>>();
      for (const [page, group] of Map.groupBy(keys, pageOf)) {
        const ids = group.map(({ parentId }) => parentId);
        pages.set(page, await read(ids, group[0]!));
      }
      return keys.map((key) => pages.get(pageOf(key))?.get(key.parentId) ?? new Error('A parent was not asked for.'));
    },
    (key) => `${key.parentId} ${pageOf(key)}`,
  );
}

/** A row of a code list: its shop and its code. */
export interface CodeKey {
  shop: string;
  code: string;
}
export const codeKeyText = ({ shop, code }: CodeKey): string => JSON.stringify([shop, code]);

/** Two equally long arrays for `listOf('text', 'text')`. */
export function codeKeyArrays(keys: readonly CodeKey[]): [string[], string[]] {
  return [keys.map(({ shop }) => shop), keys.map(({ code }) => code)];
}
