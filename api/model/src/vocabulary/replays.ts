/** Which refused rows are meant; only waiting ones are ever touched. All conditions must hold, and one must be given. */
export interface RefusedSelection {
  ids?: readonly number[] | undefined;
  source?: string | null | undefined;
  feed?: string | null | undefined;
  reason?: string | null | undefined;
}

/** What a replay did, or would do, with the rows of one source. */
export interface SourceReplay {
  source: string;
  /** The last of its runs; null for a preview, and where nothing was published. */
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

/** What became of one row, or would. */
export interface ReplayedRow {
  id: number;
  outcome: 'loaded' | 'superseded' | 'refused';
  reason: string | null;
  field: string | null;
}

/** A figure as it stands, and as it would stand after a replay. */
export interface MovedFigure {
  metric: string;
  /** Its first day. */
  month: string;
  before: number | null;
  after: number | null;
}

export interface ReplayPreview extends SourceReplay {
  /** The first of the rows, in the order they would be read. */
  sample: ReplayedRow[];
  /** Of the amounts among the figures. */
  currency: string;
  moved: MovedFigure[];
}
