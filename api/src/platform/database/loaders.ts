import DataLoader from 'dataloader';
import type { Page, PageArgs } from '../graphql/page.ts';

/** An order is found by its customer too, so that a distributed database asks one machine. */
export interface OrderKey {
  customerId: string;
  id: string;
}

/** The rows that hang on each key, in the order the query gave them; none: an empty list. */
export function loadMany<Key, Row>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  idOf: (key: Key) => string,
  parentOf: (row: Row) => string,
): DataLoader<Key, Row[], string> {
  return new DataLoader(
    async (keys) => {
      const rows = Map.groupBy(await read(keys), parentOf);
      return keys.map((key) => rows.get(idOf(key)) ?? []);
    },
    { cacheKeyFn: idOf },
  );
}

/** The row of each key; none: null. */
export function loadOne<Key, Row>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  idOf: (key: Key) => string,
  idOfRow: (row: Row) => string,
): DataLoader<Key, Row | null, string> {
  return new DataLoader(
    async (keys) => {
      const rows = new Map((await read(keys)).map((row) => [idOfRow(row), row]));
      return keys.map((key) => rows.get(idOf(key)) ?? null);
    },
    { cacheKeyFn: idOf },
  );
}

/** Two equally long arrays for `unnest($1::uuid[], $2::uuid[])`. */
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
): DataLoader<Key, Page<Node>, string> {
  return new DataLoader<Key, Page<Node>, string>(
    async (keys) => {
      const pages = new Map<string, Map<string, Page<Node>>>();
      for (const [page, group] of Map.groupBy(keys, pageOf)) {
        const ids = group.map(({ parentId }) => parentId);
        pages.set(page, await read(ids, group[0]!));
      }
      return keys.map((key) => pages.get(pageOf(key))?.get(key.parentId) ?? new Error('A parent was not asked for.'));
    },
    { cacheKeyFn: (key) => `${key.parentId} ${pageOf(key)}` },
  );
}

/** A row of a code list: its shop and its code. */
export interface CodeKey {
  shop: string;
  code: string;
}
export const codeKeyText = ({ shop, code }: CodeKey): string => JSON.stringify([shop, code]);

/** Two equally long arrays for `unnest($1::text[], $2::text[])`. */
export function codeKeyArrays(keys: readonly CodeKey[]): [string[], string[]] {
  return [keys.map(({ shop }) => shop), keys.map(({ code }) => code)];
}
