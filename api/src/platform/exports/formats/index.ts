import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { ndjson } from './ndjson.ts';
import { parquet } from './parquet.ts';
import { xlsx } from './xlsx.ts';

interface Kind {
  open: Format;
  mediaType: string;
}

/** What rows can be written as; the name is the file's ending too. */
export const formats = {
  csv: { open: csv, mediaType: 'text/csv; charset=utf-8' },
  ndjson: { open: ndjson, mediaType: 'application/x-ndjson; charset=utf-8' },
  xlsx: { open: xlsx, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  parquet: { open: parquet, mediaType: 'application/vnd.apache.parquet' },
} satisfies Record<string, Kind>;

export type FormatName = keyof typeof formats;
