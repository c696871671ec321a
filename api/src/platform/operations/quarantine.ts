import type { RefusedSelection, ReplayPreview, SourceReplay } from '@rapport/model/vocabulary';
import type { Actor } from './actor.ts';

/** How a refused record is put right: one field after the other, or its whole text. */
export type Correction = { fields: readonly { column: string; value: string }[] } | { raw: string };

export interface QuarantineOperations {
  /** `folder`: below the deliveries, the one the files came in; null: the records alone are enough. */
  replay(actor: Actor, selection: RefusedSelection, folder: string | null): Promise<SourceReplay[]>;
  preview(actor: Actor, selection: RefusedSelection, folder: string | null): Promise<ReplayPreview[]>;
  /** Gives how many rows were discarded. */
  discard(actor: Actor, selection: RefusedSelection, reason: string): Promise<number>;
  correct(actor: Actor, id: number, correction: Correction): Promise<void>;
}
