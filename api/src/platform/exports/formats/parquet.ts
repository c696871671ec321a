import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Column, ColumnKind, Row } from '../columns.ts';
import { asJson, type Format } from './format.ts';

/** Rows of one row group: kept until it is full, and gone through at a stretch. */
const GROUP = 10_000;

type Element = Omit<SchemaElement, 'name' | 'repetition_type'>;

const text: Element = { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
const elements: Record<ColumnKind, Element> = {
  text,
  // Exact as text; how many decimals there are depends on each row's currency.
  decimal: text,
  json: text,
  int: { type: 'INT32' },
  float: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

const asDate = (value: unknown): Date => new Date(value as string);
const same = (value: unknown): unknown => value;
const values: Record<ColumnKind, (value: unknown) => unknown> = {
  text: String,
  decimal: String,
  json: asJson,
  int: same,
  float: same,
  boolean: same,
  date: asDate,
  instant: asDate,
};

/** A column for each field with its own type; what is nested is JSON text. Snappy, row groups of ten thousand. */
export const parquet: Format = (columns, sink) => {
  const bytes = new ByteWriter(1 << 20);
  const flush = async (): Promise<void> => {
    const written = Buffer.from(new Uint8Array(bytes.buffer, 0, bytes.index));
    bytes.index = 0;
    if (written.length > 0) await sink(written);
  };
  const writer = new ParquetWriter({
    writer: Object.assign(bytes, { flush, finish: flush }),
    createdBy: 'rapport',
    schema: [
      { name: 'row', num_children: columns.length },
      ...columns.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL' as const, ...elements[kind] })),
    ],
  });
  let waiting: Row[] = [];
  const data = (rows: readonly Row[], { kind, read }: Column): unknown[] =>
    rows.map((row) => {
      const value = read(row);
      return value === null || value === undefined ? null : values[kind](value);
    });
  const writeGroup = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    if (rows.length === 0) return;
    await writer.write({
      columnData: columns.map((column) => ({ name: column.name, data: data(rows, column) })),
      rowGroupSize: GROUP,
    });
  };
  return {
    async rows(rows) {
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length === GROUP) await writeGroup();
      }
    },
    async end() {
      await writeGroup();
      await writer.finish();
    },
  };
};
