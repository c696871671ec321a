import type { FileDefinition } from '../source/definition.ts';
import { OffsetIndex } from '../splitter/offsets.ts';
import type { ReadFile, RecordHandlers } from './formats.ts';
import { keptReader, type KeptRecord, type KeptRecords } from './kept.ts';

type HandlersFor = (columns: string[]) => RecordHandlers;

/** COPY takes large blocks better than small ones. */
const HANDED_ON_TOGETHER = 2000;

/** Reads kept records in the place of a file that is not at hand. */
export async function readAlone(
  definition: FileDefinition,
  { records, alone }: KeptRecords,
  columns: string[],
  handlersFor: HandlersFor,
): Promise<ReadFile> {
  const handlers = handlersFor(columns);
  const hand = handOver(definition, columns, handlers);
  let refused = 0;
  let done = 0;
  for (const record of [...records.values()].toSorted((a, b) => a.place.recordNo - b.place.recordNo)) {
    if (!hand(record)) refused++;
    if (++done % HANDED_ON_TOGETHER === 0) await handlers.drained(0, done);
  }
  await handlers.drained(0, done);
  const drift = { unknown: [], absent: [] };
  return { columns, header: alone?.header ?? null, records: done, refused, offsets: new OffsetIndex(), drift };
}

/** Reads a file with kept records in the place of its own of the same numbers. */
export async function withKept(
  definition: FileDefinition,
  { records }: KeptRecords,
  handlersFor: HandlersFor,
  read: (handlersFor: HandlersFor) => Promise<ReadFile>,
): Promise<ReadFile> {
  let refused = 0;
  const summary = await read((columns) => {
    const handlers = handlersFor(columns);
    const hand = handOver(definition, columns, handlers);
    const replaced = (recordNo: number, was: 0 | 1): boolean => {
      const record = records.get(recordNo);
      if (record) refused += (hand(record) ? 0 : 1) - was;
      return record !== undefined;
    };
    return {
      record(buffer, start, end, recordNo, bareQuotes) {
        if (!replaced(recordNo, 0)) handlers.record(buffer, start, end, recordNo, bareQuotes);
      },
      texts(texts, recordNo) {
        if (!replaced(recordNo, 0)) handlers.texts(texts, recordNo);
      },
      refused(raw, place, refusal, positions) {
        if (!replaced(place.recordNo, 1)) handlers.refused(raw, place, refusal, positions);
      },
      drained: handlers.drained.bind(handlers),
    };
  });
  return { ...summary, refused: summary.refused + refused };
}

/** Whether the record could be handed on, rather than being refused again. */
function handOver(definition: FileDefinition, columns: string[], handlers: RecordHandlers) {
  const read = keptReader(definition, columns);
  return (record: KeptRecord): boolean => {
    const { texts, refusal } = read(record);
    const { place, raw, positions } = record;
    if (refusal) handlers.refused(raw, place, refusal, positions ?? undefined);
    else handlers.texts(texts, place.recordNo);
    return refusal === null;
  };
}
