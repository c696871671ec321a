import type { DriftChange } from '../drift/shape.ts';

/** Something a person should know of a run that went through. */
export interface Note {
  code: string;
  en: string;
  zh: string;
  /** How a delivery differs from what is declared, or from the one before. */
  drift?: DriftChange[];
}
