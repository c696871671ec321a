import type { ByteSource } from '../bytes/byte-source.ts';
import { openDecoded } from '../bytes/open.ts';
import type { DeliveredFile } from '../files/discover.ts';
import { layoutOf } from '../json/layout.ts';
import { jsonPieces } from '../json/pieces.ts';
import { RowReader, type Drift } from '../json/rows.ts';
import type { FileDefinition } from '../source/definition.ts';
import { hasPersonal } from '../source/source.ts';
import { OffsetIndex, type RecordPlace } from '../splitter/offsets.ts';
import { splitFile, type SplitHandlers, type SplitSummary } from '../splitter/split-file.ts';
import { csvPieces } from './csv-pieces.ts';
import type { Piece, Pieces } from './piece.ts';

/** COPY takes large blocks better than small ones. */
const HANDED_ON_TOGETHER = 2000;

export interface RecordHandlers extends SplitHandlers {
  /** A record of a format whose bytes are not what COPY reads, as texts in the order of the header. */
  texts(texts: readonly string[], recordNo: number): void;
}

export interface ReadFile extends SplitSummary {
  /** Keys of a JSON file that source.yaml does not know, and columns of it that were never there. */
  drift: { unknown: string[]; absent: string[] };
}

/** Reads every record of a delivered file, whatever its format, packing and encoding. */
export async function readFile(
  file: DeliveredFile,
  definition: FileDefinition,
  handlersFor: (columns: string[]) => RecordHandlers,
): Promise<ReadFile> {
  const source = await openDecoded(file, definition);
  try {
    if (isDelimited(definition)) {
      const expected = {
        file: file.name,
        role: file.role,
        columns: new Map(Object.entries(definition.columns).map(([name, { header }]) => [header ?? name, name])),
        ignored: definition.ignored,
        personal: hasPersonal(definition),
      };
      const summary = await splitFile(source, definition.delimiter, expected, handlersFor);
      return { ...summary, drift: { unknown: [], absent: [] } };
    }
    return await readJson(source, file, definition, handlersFor);
  } finally {
    await source.close();
  }
}

/** The records from one of them on; for reading refused ones again. */
export function piecesOf(
  source: ByteSource,
  file: DeliveredFile,
  definition: FileDefinition,
  from: RecordPlace,
): Pieces {
  if (isDelimited(definition)) return csvPieces(source, definition.delimiter, from);
  const layout = layoutOf(definition);
  return jsonPieces(source, { file: file.name, layout, rows: new RowReader(layout) }, from);
}

export function isDelimited({ format }: FileDefinition): boolean {
  return format !== 'json' && format !== 'ndjson';
}

async function readJson(
  source: ByteSource,
  file: DeliveredFile,
  definition: FileDefinition,
  handlersFor: (columns: string[]) => RecordHandlers,
): Promise<ReadFile> {
  const layout = layoutOf(definition);
  const columns = layout.columns.map(({ column }) => column);
  const rows = new RowReader(layout);
  const handlers = handlersFor(columns);
  const offsets = new OffsetIndex();
  let records = 0;
  let refused = 0;
  let handedOn = 0;
  const take = (piece: Piece) => {
    records = piece.recordNo;
    if (piece.outer.recordNo === records) offsets.note(records, piece.outer.byteOffset, piece.outer.lineNo);
    if (!piece.refusal) return handlers.texts(piece.fields(), records);
    refused++;
    const { raw, place } = piece.evidence();
    handlers.refused(raw, place, piece.refusal);
  };
  for await (const _chunk of jsonPieces(source, { file: file.name, layout, rows, take }, null)) {
    if (records - handedOn < HANDED_ON_TOGETHER) continue;
    await handlers.drained(source.taken, records);
    handedOn = records;
  }
  await handlers.drained(source.taken, records);
  return { columns, records, refused, offsets, drift: driftOf(rows.drift, columns, records) };
}

function driftOf({ unknown, met }: Drift, columns: readonly string[], records: number): ReadFile['drift'] {
  return { unknown: [...unknown].sort(), absent: records > 0 ? columns.filter((column) => !met.has(column)) : [] };
}
