import type { LocalizedText } from '../vocabulary/index.ts';

export type MetricRequestCode =
  | 'NO_METRIC'
  | 'UNKNOWN_METRIC'
  | 'UNKNOWN_VERSION'
  | 'BAD_DAY'
  | 'BAD_CODE'
  | 'FROM_AFTER_TO'
  | 'UNKNOWN_GRAIN'
  | 'TOO_MANY_POINTS'
  | 'TOO_MANY_DIMENSIONS'
  | 'UNKNOWN_DIMENSION'
  | 'FOREIGN_DIMENSION'
  | 'EMPTY_FILTER'
  | 'BAD_LIMIT'
  | 'CANNOT_SPLIT_MONEY'
  | 'NO_REMAINDER'
  | 'OTHER_ROWS'
  | 'NO_ROWS'
  | 'TOO_COSTLY'
  | 'TIMED_OUT'
  | 'UNKNOWN_COMPARISON'
  | 'NO_EVENT'
  | 'UNKNOWN_EVENT'
  | 'NO_EARLIER_EVENT'
  | 'EVENT_TWICE'
  | 'NO_PERIOD'
  | 'NOT_EARLIER'
  | 'OTHER_LENGTH'
  | 'CANNOT_EXPLAIN'
  | 'BEYOND_SCOPE';

/** A question that cannot be answered as asked: the reader's to mend, never a fault of ours. */
export class MetricRequestError extends Error {
  constructor(
    readonly code: MetricRequestCode,
    readonly text: LocalizedText,
    /** The argument to change, e.g. `period.from`. */
    readonly field?: string,
  ) {
    super(text.en);
    this.name = 'MetricRequestError';
  }
}

export const refuseWith = (code: MetricRequestCode, field: string, text: LocalizedText): never => {
  throw new MetricRequestError(code, text, field);
};
export const refuse = (code: MetricRequestCode, field: string, en: string, zh: string): never =>
  refuseWith(code, field, { en, zh });
