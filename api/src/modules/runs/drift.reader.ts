import type { IngestionRun as Run } from '@rapport/model/entities';
import type { DriftKind, SchemaDrift } from './drift.type.ts';

/** The changes among a run's notes; several changes of one note share its sentence. */
export function driftOf({ notes }: Run): SchemaDrift[] {
  return notes.flatMap(({ en, zh, drift }) =>
    (drift ?? []).map(({ kind, ...change }) => ({
      ...change,
      kind: kind.toUpperCase() as DriftKind,
      text: { en, zh },
    })),
  );
}
