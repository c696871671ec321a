import type { Column, Row } from '../columns.ts';

/** Where the bytes of a file go; resolves when they are written. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** Writes rows as they come; what it keeps of them does not grow with their number. */
export interface Writer {
  rows(rows: Iterable<Row>): Promise<void>;
  end(): Promise<void>;
}

export type Format = (columns: readonly Column[], sink: Sink) => Writer;

/** A list or an object in a cell. */
export const asJson = (value: unknown): string => JSON.stringify(value);
