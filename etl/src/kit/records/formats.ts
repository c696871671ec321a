import type { ByteSource } from '../bytes/byte-source.ts';
import { openDecoded } from '../bytes/open.ts';
import { IngestError } from '../errors/ingest-error.ts';
import type { DeliveredFile } from '../files/discover.ts';
import { layoutOf } from '../json/layout.ts';
import { jsonPieces } from '../json/pieces.ts';
import { PlainReader, type PlainValues } from '../json/plain.ts';
import { RowReader, type Drift } from '../json/rows.ts';
import type { FileDefinition } from '../source/definition.ts';
import { hasPersonal } from '../source/source.ts';
import { readHeader, type HeaderExpectation } from '../splitter/header.ts';
import { OffsetIndex, type RecordPlace } from '../splitter/offsets.ts';
import { splitFile, type SplitHandlers, type SplitSummary } from '../splitter/split-file.ts';
import { csvPieces } from './csv-pieces.ts';
import { readAlone, withKept } from './kept-files.ts';
import type { Piece, Pieces } from './piece.ts';

/** COPY takes large blocks better than small ones. */
const HANDED_ON_TOGETHER = 2000;

export interface RecordHandlers extends SplitHandlers {
  /** A record of a format whose bytes are not what COPY reads, as texts in the order of the header. */
  texts(texts: readonly string[], recordNo: number): void;
  /** The same of values that are read by their bytes, valid during the call; without it they are read as texts. */
  plain?(values: PlainValues, buffer: Buffer, recordNo: number): void;
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
  const { kept } = file;
  if (kept?.alone) return readAlone(definition, kept, columnsUnder(file, definition, kept.alone.header), handlersFor);
  if (kept) return withKept(definition, kept, handlersFor, (handlers) => readDelivered(file, definition, handlers));
  return readDelivered(file, definition, handlersFor);
}

async function readDelivered(
  file: DeliveredFile,
  definition: FileDefinition,
  handlersFor: (columns: string[]) => RecordHandlers,
): Promise<ReadFile> {
  const source = await openDecoded(file, definition);
  try {
    if (!isDelimited(definition)) return await readJson(source, file, definition, handlersFor);
    const summary = await splitFile(source, definition.delimiter, expectationOf(file, definition), handlersFor);
    return { ...summary, drift: { unknown: [], absent: [] } };
  } finally {
    await source.close();
  }
}

function expectationOf(file: Pick<DeliveredFile, 'name' | 'role'>, definition: FileDefinition): HeaderExpectation {
  const columns = Object.entries(definition.columns);
  return {
    file: file.name,
    role: file.role,
    columns: new Map(columns.map(([name, { header }]) => [header ?? name, name])),
    optional: new Set(columns.flatMap(([name, { header, optional }]) => (optional ? [header ?? name] : []))),
    ignored: definition.ignored,
    takesUnknown: definition.contract.columns !== 'freeze',
    personal: hasPersonal(definition),
  };
}

/** The columns of a file that is not at hand, under the header it had. */
export function columnsUnder(
  file: Pick<DeliveredFile, 'name' | 'role'>,
  definition: FileDefinition,
  header: string | null,
): string[] {
  if (!isDelimited(definition)) return layoutOf(definition).columns.map(({ column }) => column);
  return readHeader(Buffer.from(header ?? ''), definition.delimiter, expectationOf(file, definition));
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
  const rows = new RowReader(layout, definition.contract.columns === 'quarantine_row');
  return jsonPieces(source, { file: file.name, layout, rows }, from);
}

/** Where an element stands in its list can only be counted from the beginning, if a column says it of the list outside. */
export function canSeek(definition: FileDefinition): boolean {
  if (isDelimited(definition)) return true;
  const { inner, columns } = layoutOf(definition);
  return inner.length === 0 || !columns.some(({ take, outward }) => take === 'position' && outward === inner.length);
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
  const rows = new RowReader(layout, definition.contract.columns === 'quarantine_row');
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
    const { raw, place, positions } = piece.evidence();
    handlers.refused(raw, place, piece.refusal, positions);
  };
  const plain = handlers.plain ? PlainReader.of(layout) : null;
  const takePlain = (buffer: Buffer, start: number, end: number, place: RecordPlace): boolean => {
    if (!plain?.read(buffer, start, end)) return false;
    records = place.recordNo;
    offsets.note(records, place.byteOffset, place.lineNo);
    handlers.plain?.(plain, buffer, records);
    return true;
  };
  const reading = { file: file.name, layout, rows, take, ...(plain ? { takePlain } : {}) };
  for await (const _chunk of jsonPieces(source, reading, null)) {
    if (records - handedOn < HANDED_ON_TOGETHER) continue;
    await handlers.drained(source.taken, records);
    handedOn = records;
  }
  await handlers.drained(source.taken, records);
  for (const [at, column] of columns.entries()) if (plain?.met[at]) rows.drift.met.add(column);
  if (definition.contract.columns === 'freeze' && rows.drift.unknown.size > 0)
    throw new IngestError('unknown_keys', { file: file.name, role: file.role, keys: [...rows.drift.unknown].sort() });
  return { columns, header: null, records, refused, offsets, drift: driftOf(rows.drift, columns, records) };
}

function driftOf({ unknown, met }: Drift, columns: readonly string[], records: number): ReadFile['drift'] {
  return { unknown: [...unknown].sort(), absent: records > 0 ? columns.filter((column) => !met.has(column)) : [] };
}
