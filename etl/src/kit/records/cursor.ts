import type { ByteSource } from '../bytes/byte-source.ts';
import { openDecoded } from '../bytes/open.ts';
import type { DeliveredFile } from '../files/discover.ts';
import type { FileDefinition } from '../source/definition.ts';
import type { OffsetIndex } from '../splitter/offsets.ts';
import { canSeek, piecesOf } from './formats.ts';
import { keptReader, type KeptReading, type KeptRecord } from './kept.ts';
import type { Batch, Evidence, Piece, Pieces } from './piece.ts';

export interface FoundRecord extends Evidence {
  recordNo: number;
  /** Its values as texts, in the order of the header. */
  fields: string[];
}

interface ReadFile extends DeliveredFile {
  offsets: OffsetIndex;
  header: readonly string[];
}

/** Reads records of a file again by number, forwards only: a packed file is unpacked once, a plain one is read where it matters. */
export class RecordCursor {
  readonly #file: ReadFile;
  readonly #definition: FileDefinition;
  readonly #readKept: (record: KeptRecord) => KeptReading;
  #source: ByteSource | null = null;
  #pieces: Pieces | null = null;
  #held: Batch | null = null;

  constructor(file: ReadFile, definition: FileDefinition) {
    this.#file = file;
    this.#definition = definition;
    this.#readKept = keptReader(definition, file.header);
  }

  /** Ascending, and above every number asked for before. */
  async find(recordNos: readonly number[]): Promise<FoundRecord[]> {
    const found: FoundRecord[] = [];
    for (const recordNo of recordNos) {
      const kept = this.#file.kept?.records.get(recordNo);
      if (kept) {
        const { place, raw, positions } = kept;
        const evidence = { place, raw, ...(positions ? { positions } : {}) };
        found.push({ recordNo, fields: this.#readKept(kept).texts ?? [], ...evidence });
        continue;
      }
      const piece = await this.#reach(recordNo);
      if (piece) found.push({ recordNo, fields: piece.fields(), ...piece.evidence() });
    }
    return found;
  }

  async close(): Promise<void> {
    await this.#pieces?.return();
    await this.#source?.close();
    this.#source = null;
  }

  async #reach(recordNo: number): Promise<Piece | null> {
    const last = this.#held?.last ?? 0;
    const isFar = last < recordNo && !this.#file.offsets.near(last, recordNo);
    if (!this.#source || (isFar && this.#source.seekable && canSeek(this.#definition))) await this.#open(recordNo);
    while ((this.#held?.last ?? 0) < recordNo) {
      const next = await this.#pieces?.next();
      if (!next || next.done) return null;
      this.#held = next.value;
    }
    return this.#held?.at(recordNo) ?? null;
  }

  async #open(recordNo: number): Promise<void> {
    await this.close();
    const from = this.#file.offsets.before(recordNo);
    this.#source = await openDecoded(this.#file, this.#definition, from.byteOffset);
    this.#pieces = piecesOf(this.#source, this.#file, this.#definition, from);
    this.#held = null;
  }
}
