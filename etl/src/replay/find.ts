import type pg from 'pg';
import type { Found, House } from '../ingest/house.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { discoverFiles, type DeliveredFile } from '../kit/files/discover.ts';
import { keptColumns, keptRecord, type KeptRow } from '../kit/landing/corrections.ts';
import { openDataKey, readMasterKey, type DataKey } from '../kit/privacy/keys.ts';
import { isDelimited } from '../kit/records/formats.ts';
import type { Source } from '../kit/source/source.ts';
import type { WaitingRow } from './selection.ts';

/** The source as a replay sees it: rows of a file that is not at hand bring news and take nothing away. */
export function replayedSource(source: Source, roles: readonly string[], from: string | null): Source {
  const files = Object.entries(source.files).map(([role, file]) =>
    roles.includes(role) && from === null ? [role, { ...file, delivery: 'delta' as const }] : [role, file],
  );
  return { ...source, files: Object.fromEntries(files) };
}

interface KnownFile {
  file_id: string;
  role: string;
  name: string;
  current: boolean;
}

/** What is read: the refused records under the numbers they have in their files, and whatever their feeds join to them. */
export async function findReplayed(
  { source, control, options }: House,
  rows: readonly WaitingRow[],
  from: string | null,
): Promise<Found> {
  if (rows.length === 0) return { files: [], delivery: { fresh: [], superseded: [], published: new Set() } };
  const { rows: known } = await control.query<KnownFile>(
    `select file_id, role, name, row_number() over (partition by role order by file_time desc, published_at desc) = 1 as current
     from ops.files where source = $1`,
    [source.name],
  );
  const published = new Set(known.map(({ role }) => role));
  const alone = rows.filter(({ role }) => from === null || source.files[role]?.delivery === 'delta');
  const inFiles = rows.filter((row) => !alone.includes(row));
  assertComplete(source, alone, published, from);
  const delivered = await discoverFiles(companionsOf(source, from), from ?? source.folder, options.signal);
  const key = await keyFor(control, rows, options);
  const lone = [...Map.groupBy(alone, ({ file_id }) => file_id).values()].map((mine) => aloneFile(source, mine, key));
  const files = delivered.filter(({ role }) => source.files[role]?.delivery === 'snapshot');
  if (from !== null) assertSameFiles(files, known, inFiles);
  for (const file of files) {
    const mine = inFiles.filter(({ file_id }) => file_id === file.fileId);
    if (mine.length > 0) file.kept = { alone: null, records: await recordsOf(control, file.fileId, mine, key) };
  }
  const fresh = [...lone, ...files.filter(({ kept }) => kept)];
  fresh.sort((a, b) => a.fileTime.getTime() - b.fileTime.getTime());
  return { files: [...files, ...lone], delivery: { fresh, superseded: [], published } };
}

/** The files beside the replayed ones: those of the folder, or only the ones that come with the source itself. */
function companionsOf(source: Source, from: string | null): Source {
  const files = Object.entries(source.files).filter(
    ([, { bundled, delivery }]) => bundled || (from !== null && delivery === 'snapshot'),
  );
  return { ...source, files: Object.fromEntries(files) };
}

/** A feed that joins files needs them whole; from quarantine there are only single records of one. */
function assertComplete(
  source: Source,
  alone: readonly WaitingRow[],
  published: ReadonlySet<string>,
  from: string | null,
): void {
  const roles = new Set(alone.map(({ role }) => role));
  for (const { feed, from: own, reads } of source.feeds) {
    const replayed = reads.filter((role) => roles.has(role));
    if (replayed.length === 0 || !(roles.has(own) || published.has(own))) continue;
    const others = reads.filter((role) => role !== own && !source.files[role]?.bundled && published.has(role));
    const missing = roles.has(own) ? others.filter((role) => from === null || roles.has(role)) : [own];
    if (missing.length > 0)
      throw new IngestError('replay_needs_files', { source: source.name, feed, role: replayed[0] ?? '', missing });
  }
}

/** Other files than the published ones would publish what nobody asked for. */
function assertSameFiles(
  files: readonly DeliveredFile[],
  known: readonly KnownFile[],
  rows: readonly WaitingRow[],
): void {
  for (const { file_id, role, file_name } of rows)
    if (!files.some(({ fileId }) => fileId === file_id))
      throw new IngestError('replay_other_files', { role, file: file_name });
  for (const { role, fileId, name } of files) {
    const current = known.find((one) => one.role === role && one.current);
    if (current && current.file_id !== fileId) throw new IngestError('replay_other_files', { role, file: name });
  }
}

function aloneFile(source: Source, rows: readonly WaitingRow[], key: DataKey | null): DeliveredFile {
  const [{ file_id: fileId, role, file_name: name, sha256, file_time: fileTime, header }] = rows as [WaitingRow];
  const definition = source.files[role];
  if (!definition) throw new IngestError('replay_unknown_role', { source: source.name, role, file: name });
  if (header === null && isDelimited(definition)) throw new IngestError('replay_unknown_header', { file: name });
  const records = new Map(rows.map((row) => [Number(row.record_no), keptRecord(row, key)]));
  const bytes = [...records.values()].reduce((sum, { raw }) => sum + raw.length, 0);
  const file = { fileId, role, name, sha256, fileTime, bytes, path: '', announced: null, repeated: [] };
  return { ...file, kept: { alone: { header }, records } };
}

/** The selected records of a file, and those that were corrected before: the file itself still has them as they came. */
async function recordsOf(db: pg.Client, fileId: string, rows: readonly WaitingRow[], key: DataKey | null) {
  const { rows: corrected } = await db.query<KeptRow>(
    `select ${keptColumns} from ops.quarantine q where q.file_id = $1 and q.state = 'replayed' and q.corrected is not null order by q.corrected_at`,
    [fileId],
  );
  return new Map([...corrected, ...rows].map((row) => [Number(row.record_no), keptRecord(row, key)]));
}

async function keyFor(
  db: pg.Client,
  rows: readonly WaitingRow[],
  { masterKey, home }: House['options'],
): Promise<DataKey | null> {
  if (rows.every(({ key_id }) => key_id === null)) return null;
  return openDataKey(db, readMasterKey(masterKey ?? null, home), false);
}
