import type { RunErrorCode } from '@rapport/model/vocabulary';
import { connectionSentences } from './connection-errors.ts';

const MOST_LISTED = 20;
const LONGEST_LISTED = 100;

type Details = Record<string, string | number | readonly string[] | null>;

const sentences = {
  ...connectionSentences,
  unknown_source: (d) =>
    `There is no source named "${d['source']}". Known sources: ${list(d['known'])}.${d['lost'] ? ' The folder that RAPPORT_SOURCES names is not there.' : ''}`,
  source_definition: (d) => `${d['file']}${d['line'] ? `, line ${d['line']}` : ''}: ${d['problem']}. ${d['remedy']}`,
  directory_missing: (d) =>
    `The directory ${d['directory']} does not exist or is not a directory. Pass the folder that holds the files of "${d['source']}" with --from.`,
  file_missing: (d) =>
    `${d['directory']} has no file for "${d['role']}" (expected ${d['pattern']}). It holds: ${list(d['found'])}.${d['unfinished'] ? ` By its name, ${d['unfinished']} is not finished: it is taken once it has its own name.` : ''} Add the file, or pass another folder with --from.`,
  no_files: (d) =>
    `None of the files of "${d['source']}" is in ${d['directory']}. Expected: ${list(d['expected'])}. Is it the right folder?`,
  file_ambiguous: (d) =>
    `Several files match "${d['role']}" (${d['pattern']}): ${list(d['found'])}. Leave one, or make the pattern narrower in source.yaml.`,
  companion_outdated: (d) =>
    `${d['file']} is older than the one published last, but "${d['feed']}" joins it to a file that is new. Deliver the current ${d['file']} along with it. Nothing was published.`,
  companion_missing: (d) =>
    `No file for "${d['role']}" is in the folder, but "${d['feed']}" joins it to what is new, and it has been published before. Deliver the current one along with it. Nothing was published.`,
  selection_empty: () => 'Say which refused rows are meant: by number, source, feed or reason. Nothing was done.',
  replay_needs_files: (d) =>
    `"${d['feed']}" joins ${list(d['missing'])} to "${d['role']}": single records out of quarantine are not enough for it. Name the folder of the delivery (--from; over the API from, below the deliveries), or choose other rows. Nothing was published.`,
  replay_other_files: (d) =>
    `The folder has another file for "${d['role']}" than the published ${d['file']}. Name the folder of that delivery with --from; or load the newer files with "rapport ingest", which reads the refused rows as well. Nothing was published.`,
  replay_unknown_role: (d) =>
    `${d['file']} was loaded as "${d['role']}", which "${d['source']}" does not declare any more. Declare it again in source.yaml, or discard its rows. Nothing was published.`,
  replay_unknown_header: (d) =>
    `The header of ${d['file']} was not kept, because it was loaded by an older version of Rapport. Deliver the file again, or name its folder with --from. Nothing was published.`,
  discard_without_reason: () => 'Say why the rows are left out: the reason is kept with them. Nothing was changed.',
  refused_row_missing: (d) => `No refused row ${d['id']} is waiting. "rapport quarantine list" shows what is.`,
  refused_rows_touched: () =>
    'Some of the refused rows were corrected or discarded while they were being replayed. Replay them again. Nothing was published.',
  correction_refused: (d) => `The correction of row ${d['id']} cannot be used: ${d['problem']}. Nothing was changed.`,
  file_time_future: (d) =>
    `${d['file']} is dated ${d['time']}, in the future: every file after it would count as older. Correct the clock that wrote it, or "touch" the file, then ingest again. Nothing was published.`,
  file_unreadable: (d) => `${d['file']} cannot be read: ${d['problem']}.`,
  file_empty: (d) =>
    `${d['file']} is empty (0 bytes): not even a header line. It was probably cut while being written; deliver it again.`,
  file_changed: (d) => `${d['file']} changed while it was being read. Let the delivery finish, then ingest again.`,
  archive_damaged: (d) =>
    `${d['file']} cannot be unpacked to its end (${d['problem']}). It was probably cut or damaged on its way; deliver it again. Nothing of it was loaded.`,
  archive_members: (d) =>
    `${d['file']} holds ${d['count']} files${isEmpty(d['members']) ? '' : ` (${list(d['members'])})`}, but it must hold exactly one. Deliver each in an archive of its own, or unpacked. Nothing of it was loaded.`,
  archive_encrypted: (d) =>
    `${d['file']} is protected by a password. Deliver it without one. Nothing of it was loaded.`,
  xlsx_unreadable: (d) =>
    `${d['file']} is no XLSX workbook (an older .xls, one with a password, or something else under that name). Save it as .xlsx without a password, or as CSV. Nothing of it was loaded.`,
  xlsx_sheet_missing: (d) =>
    `${d['file']} has no sheet ${d['sheet'] ? `"${d['sheet']}"` : 'with a table'}. It has: ${list(d['sheets'])}. Correct sheet in source.yaml, or the name in the file. Nothing of it was loaded.`,
  json_document: (d) =>
    `${d['file']}, line ${d['line']}: ${d['problem']} (rows: "${d['rows']}"). Mend or deliver the file again, or correct rows in source.yaml. Nothing of it was loaded.`,
  manifest_unreadable: (d) =>
    `${d['manifest']} cannot be used: ${d['problem']}. It must be JSON such as {"rows": 1200, "sha256": "…"}. Nothing was loaded.`,
  manifest_mismatch: (d) =>
    `${d['file']} is not what ${d['manifest']} announces: ${d['what']} ${d['found']}, announced ${d['announced']}. Was it cut, or exchanged? Deliver both again. Nothing was published.`,
  header_absent: (d) =>
    `${d['file']}, line 1 is no header for "${d['role']}": ${list(d['missing'])} are not there. Is the header line missing, were columns renamed, or is the delimiter or encoding another one than source.yaml says? Nothing of the file was loaded.`,
  header_missing_column: (d) =>
    `${d['file']}, line 1: column ${list(d['missing'])} is missing${isEmpty(d['unknown']) ? '' : `; not expected: ${list(d['unknown'])}`}. Was it renamed? Restore the name in the file, or change "${d['role']}" in source.yaml. Nothing of the file was loaded.`,
  header_unknown_column: (d) =>
    `${d['file']}, line 1: column ${list(d['unknown'])} is not in source.yaml. Declare it under "${d['role']}.columns" with a type, or under "${d['role']}.ignored". Nothing of the file was loaded.`,
  unknown_keys: (d) =>
    `${d['file']}: keys ${list(d['keys'])} are not in source.yaml, and its contract freezes columns. Declare them under "${d['role']}.columns" with a type, or under "${d['role']}.ignored". Nothing of the file was loaded.`,
  value_of_another_type: (d) =>
    `${d['file']}, line ${d['line']}: the value of "${d['field']}" is no ${d['type']}, and the contract freezes types. Correct the file, or the type in source.yaml. Nothing of the file was loaded.`,
  header_duplicate_column: (d) =>
    `${d['file']}, line 1: column ${list(d['duplicate'])} stands there more than once. Keep one of each. Nothing of the file was loaded.`,
  header_unreadable: (d) =>
    `${d['file']}, line 1: the header cannot be read (${d['problem']}). Expected: ${list(d['expected'])}.`,
  new_source: (d) => `The source "${d['name']}" cannot be made: ${d['problem']}. ${d['remedy']}`,
  source_is_preset: (d) =>
    `"${d['source']}" is a preset: a form to be copied. Make it yours with "rapport source new <name> --preset ${d['source']}".`,
  feed_sql: (d) => `${d['file']}${place(d)}: ${d['problem']}`,
  feed_columns: (d) => `${d['file']}${place(d)}: ${d['problem']} The feed "${d['feed']}" knows: ${list(d['known'])}.`,
  records_unaccounted: (d) =>
    `${d['file']} does not answer for every record of ${d['data']}: ${d['records']} records read, ${d['refused']} refused, but the SQL selected ${d['selected']} (${d['distinct']} different). A join that drops or repeats records is the usual cause. Nothing was published.`,
  feed_of_another_source: (d) =>
    `"${d['feed']}" of the shop "${d['shop']}" comes from another source already. Its rows carry no name of their source, so "${d['source']}" would delete the other's: deliver it from one of them only. Nothing was published.`,
  rows_of_other_files: (d) =>
    `${d['file']} selects ${d['rows']} rows that are no records of "${d['from']}", for which it answers: their file_id is another file's, or null. Select file_id and record_no of "${d['from']}"; rows of a look-up need a feed of their own. Nothing was published.`,
  too_many_deletes: (d) =>
    `${d['file']} would delete ${d['rows']} of ${d['of']} rows of "${d['feed']}", more than a snapshot usually loses. If the file is complete and they are really gone, repeat with --allow-deletes. Nothing was published.`,
  guard_tripped: (d) =>
    `${d['problem']}. Nothing was published. If it is right so, load it again with ${d['remedy']}; otherwise have it delivered again.`,
  counts_do_not_add_up: (d) =>
    `The counts of "${d['feed']}" for ${d['file']} do not add up: read ${d['read']}, accounted for ${d['accounted']}. Nothing was published.`,
  source_busy: (d) =>
    `"${d['source']}" is being ingested already (run ${d['run']}, stage ${d['stage']}). Wait for it to finish.`,
  publishing_busy: (d) =>
    `"${d['source']}" waited ${d['seconds']} s for its turn to publish; ${d['holder']} has it. ${d['remedy']} Nothing was published.`,
  tables_held: (d) =>
    `"${d['source']}" could not go on publishing: a table it writes was held too long, by ${d['holder']} as it seems. ${d['remedy']} Nothing was published.`,
  fenced_off: (d) =>
    `Run ${d['run']} of "${d['source']}" lost its turn: a newer run (token ${d['newer']}, ours ${d['token']}) has started. Nothing of this run was published.`,
  not_scheduled: (d) =>
    `"${d['source']}" has no schedule. Add one to its source.yaml (schedule: { cron: "15 3 * * *", from: <folder> }), or load it with "rapport ingest".`,
  window_taken: (d) =>
    `Run ${d['run']} of "${d['source']}" lost its window of ${d['window']} to another run. Nothing of this run was published.`,
  nowhere_to_load_from: (d) =>
    `It is not said where the files of "${d['source']}" are: name a folder (--from DIR), or give the source a schedule or a connection.`,
  backfill_cancelled: (d) =>
    `Backfill ${d['backfill']} of "${d['source']}" was cancelled while its window of ${d['window']} was being loaded. Nothing of this window was published.`,
  backfill_open: (d) =>
    `"${d['source']}" has backfill ${d['backfill']} already, which is ${d['state']}. Let it end, or cancel it with "rapport backfill cancel ${d['backfill']}".`,
  backfill_range: (d) => `The windows of the backfill cannot be told: ${d['problem']}.`,
  unknown_backfill: (d) => `There is no backfill ${d['backfill']}. "rapport backfill list" shows them.`,
  backfill_over: (d) => `Backfill ${d['backfill']} is ${d['state']}. Start a new one.`,
  shop_published_meanwhile: (d) =>
    `Another source published to the shop "${d['shop']}" while "${d['source']}" was being staged as its first. Nothing of this run was published: start it again.`,
  month_not_made: (d) =>
    `The partition ${d['month']} could not be made: for a minute some query held the table. Nothing was published; ingest again, or end the query that runs so long.`,
  shop_changed: (d) =>
    `The shop "${d['shop']}" was created with zone ${d['zone']} and currency ${d['currency']}; source.yaml now says ${d['newZone']}, ${d['newCurrency']}. Both are fixed when a shop is created: restore them, or use another shop code.`,
  master_key: (d) => `The master key cannot be used: ${d['problem']}. ${d['remedy']}`,
  database_unreachable: (d) =>
    `PostgreSQL does not answer at ${d['address']}: ${d['problem']}. Is it running, and is DATABASE_URL right? Nothing was changed.`,
  database_refused: (d) =>
    `PostgreSQL refused the connection: ${d['problem']}. Check user, password and database in DATABASE_URL.`,
  database_not_migrated: () => 'The database has no Rapport schema yet. Run "rapport migrate" first.',
  database_disk_full: (d) =>
    `PostgreSQL has no disk space left (${d['problem']}). Nothing was published; free space, then ingest again.`,
  database_lost: (d) => `The connection to PostgreSQL was lost (${d['problem']}). Nothing was published; ingest again.`,
  database_error: (d) =>
    `PostgreSQL reported ${d['state']}: ${d['problem']}. Nothing was published.${/^42(P01|703|883)$/.test(String(d['state'])) ? ' If Rapport was updated meanwhile, run "rapport migrate" and ingest again.' : ''}`,
  internal: (d) =>
    `Rapport itself failed: ${d['problem']}. Nothing was published. Please report it; trying again may help.`,
  interrupted: (d) => `The run was interrupted at ${d['stage']}. Nothing was published; ingest again.`,
  process_died: () =>
    'The process that ran this load ended without a word (killed, or the machine stopped). Nothing of it was published.',
} satisfies Record<RunErrorCode, (details: Details) => string>;

export type IngestErrorCode = keyof typeof sentences;

/** A failure a person can act on. Code and details are for programs; the sentence is built from them. */
export class IngestError extends Error {
  constructor(
    readonly code: IngestErrorCode,
    readonly details: Details = {},
    options?: { cause?: unknown },
  ) {
    const sentence: (details: Details) => string = sentences[code];
    super(sentence(details), options);
    this.name = 'IngestError';
  }
}

const place = (d: Details): string =>
  d['line'] ? `, line ${d['line']}${d['column'] ? `, column ${d['column']}` : ''}` : '';

function isEmpty(value: Details[string] | undefined): boolean {
  return !Array.isArray(value) || value.length === 0;
}

/** A header of a million columns, or of one that is a megabyte long, must not become the message. */
function list(value: Details[string] | undefined): string {
  const values = (Array.isArray(value) ? value : [value]).map((one) => `"${shortened(String(one))}"`);
  if (values.length === 0) return 'nothing';
  const more = values.length > MOST_LISTED ? ` and ${values.length - MOST_LISTED} more` : '';
  return values.slice(0, MOST_LISTED).join(', ') + more;
}

function shortened(text: string): string {
  return text.length > LONGEST_LISTED ? `${text.slice(0, LONGEST_LISTED)}…` : text;
}
