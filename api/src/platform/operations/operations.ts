import type { LocalizedText } from '@rapport/model/vocabulary';
import type { AlertOperations } from './alerts.ts';
import type { BackfillOperations } from './backfills.ts';
import type { LoadOperations } from './loads.ts';
import type { PersonalOperations } from './personal.ts';
import type { QuarantineOperations } from './quarantine.ts';
import type { ReportOperations } from './reports.ts';

/**
 * What operators and stewards may have done. The API decides who may ask and how it is said; whoever composes the house gives it hands.
 * Each part is what one module of the API needs.
 */
export interface Operations {
  quarantine: QuarantineOperations;
  alerts: AlertOperations;
  loads: LoadOperations;
  backfills: BackfillOperations;
  personal: PersonalOperations;
  reports: ReportOperations;
}

/** An expected "no" of an operation: it travels as data, for a person to read. Anything else that is thrown is a fault. */
export class OperationRefused extends Error {
  override readonly name = 'OperationRefused';

  constructor(
    readonly code: string,
    readonly text: LocalizedText,
    readonly field: string | null = null,
  ) {
    super(text.en);
  }
}
