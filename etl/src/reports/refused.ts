import type { LocalizedText } from '@rapport/model/vocabulary';

/** Why a subscription is not kept as it was asked for: for the person who asked. */
export class ReportRefused extends Error {
  override readonly name = 'ReportRefused';

  constructor(
    readonly code: string,
    readonly text: LocalizedText,
    readonly field: string | null = null,
  ) {
    super(text.en);
  }
}
