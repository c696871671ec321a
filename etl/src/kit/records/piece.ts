import type { QuarantineReason } from '@rapport/model/vocabulary';
import type { RecordPlace } from '../splitter/offsets.ts';

export interface Refusal {
  reason: QuarantineReason;
  field: string | null;
  detail: Record<string, string | number>;
}

/** Where a record is, and its own bytes, copied. */
export interface Evidence {
  place: RecordPlace;
  raw: Buffer;
  /** JSON: its place (from 0) in each list it was taken from. */
  positions?: readonly number[];
}

/** One record of a file, while the chunk it is in is held. */
export interface Piece {
  recordNo: number;
  /** Where reading can begin again to meet it: its own place, or that of the element it is a part of. */
  outer: RecordPlace;
  /** Why it cannot be handed on as it is. */
  refusal: Refusal | null;
  /** Its values as texts, in the order of the header; empty is null. */
  fields(): string[];
  /** Asked for only where it is refused. */
  evidence(): Evidence;
}

/** Records that follow one another, while the chunk they are in is held. */
export interface Batch {
  /** The number of its last record; 0 where it has none. */
  readonly last: number;
  at(recordNo: number): Piece | null;
}

/** Records in the order of the file, a chunk at a time. */
export type Pieces = AsyncGenerator<Batch, void, void>;
