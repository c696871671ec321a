import { readdirSync } from 'node:fs';
import type { DeliveredFile } from '../files/discover.ts';
import { deliverable, matches } from '../files/names.ts';
import type { Note } from '../run/note.ts';
import { withoutPacking } from '../source/file-definition.ts';
import type { Source } from '../source/source.ts';
import { driftNote } from './notes.ts';

/** Names under which tables are delivered; a read-me beside them is none. */
const TABLE = /\.(csv|tsv|tab|json|jsonl|ndjson|xlsx)$/i;

/** Files that come for the first time or no longer. `published`: roles of which there was one before. */
export function tableNotes(
  source: Source,
  folder: string,
  files: readonly DeliveredFile[],
  published: ReadonlySet<string>,
  isKnown: (name: string) => boolean,
): Note[] {
  const roles = Object.entries(source.files).filter(([, { bundled }]) => !bundled);
  const isOurs = (name: string) => roles.some(([, { file }]) => matches(name, file));
  const strangers = deliverable(readdirSync(folder)).filter(
    (name) => TABLE.test(withoutPacking(name)) && !isOurs(name) && !source.otherFiles.some((one) => matches(name, one)),
  );
  const gone = roles.filter(
    ([role, { delivery }]) =>
      delivery === 'snapshot' && published.has(role) && !files.some((file) => file.role === role),
  );
  const none = { column: null, was: null, now: null };
  return [
    ...strangers
      .filter((name) => !isKnown(name))
      .map((file) => driftNote({ kind: 'table_added' as const, file, role: null, ...none }, 'note')),
    ...gone.map(([role, { file }]) => driftNote({ kind: 'table_dropped' as const, file, role, ...none }, 'note')),
  ];
}
