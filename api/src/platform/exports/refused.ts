import type { LocalizedText } from '@rapport/model/vocabulary';

/** Where in a document, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** An expected "no" to an export: it travels as data, for a person to read. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';

  constructor(
    readonly code: string,
    readonly text: LocalizedText,
    readonly field: string | null = null,
    readonly places: readonly Place[] = [],
  ) {
    super(text.en);
  }
}
