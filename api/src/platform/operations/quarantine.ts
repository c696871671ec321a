import type { Actor } from './actor.ts';

/** Which refused rows an operation is about; only waiting ones are ever touched. All conditions must hold; one must be given. */
export interface RefusedSelection {
  ids?: readonly number[];
  source?: string | null;
  feed?: string | null;
  reason?: string | null;
}

/** What a replay did, or would do, with the rows of one source. */
export interface SourceReplay {
  source: string;
  /** Null for a preview, and where none of the rows could be read. */
  runId: string | null;
  /** Rows taken up. */
  rows: number;
  loaded: number;
  /** Newer data of the same record was there already. */
  superseded: number;
  /** Refused again, or not readable yet: they wait on. */
  refused: number;
  refusals: { reason: string; field: string | null; rows: number }[];
}

/** A figure as it stands, and as it would stand after a replay. */
export interface MovedFigure {
  metric: string;
  /** Its first day. */
  month: string;
  before: number | null;
  after: number | null;
}

export interface PreviewedRow {
  id: number;
  outcome: 'loaded' | 'superseded' | 'refused';
  reason: string | null;
  field: string | null;
}

export interface SourcePreview extends SourceReplay {
  /** The first of the rows, in the order they would be read. */
  sample: PreviewedRow[];
  /** Of the amounts among the figures. */
  currency: string;
  moved: MovedFigure[];
}

/** How a refused record is put right: one field after the other, or its whole text. */
export type Correction = { fields: readonly { column: string; value: string }[] } | { raw: string };

export interface QuarantineOperations {
  replay(actor: Actor, selection: RefusedSelection): Promise<SourceReplay[]>;
  preview(actor: Actor, selection: RefusedSelection): Promise<SourcePreview[]>;
  /** Gives how many rows were discarded. */
  discard(actor: Actor, selection: RefusedSelection, reason: string): Promise<number>;
  correct(actor: Actor, id: number, correction: Correction): Promise<void>;
}
