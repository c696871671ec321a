import DataLoader from 'dataloader';

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
