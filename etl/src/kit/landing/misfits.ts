import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import type { QuarantineReason } from '@rapport/model/vocabulary';
import { IngestError } from '../errors/ingest-error.ts';
import type { Refusal } from '../records/piece.ts';
import { RecordCursor, type FoundRecord } from '../records/cursor.ts';
import { numbersAlone } from '../records/kept.ts';
import type { FileDefinition } from '../source/definition.ts';
import { maskOf } from '../privacy/masks.ts';
import { hasPersonal, landingTable } from '../source/source.ts';
import type { RecordPlace } from '../splitter/offsets.ts';
import { textReader } from './columns.ts';
import type { LandedFile, LandingContext } from './land-file.ts';
import type { RefusedRecords } from './refused-records.ts';
import { landMended, without, type MendedRecord } from './mended.ts';
import { refusedTable } from './tables.ts';
import { firstUndeclared } from './undeclared.ts';

const BATCH = 2000;
const SHOWN = 200;

/** Records that were loaded without the values that do not fit. */
export interface Mended {
  records: number;
  values: number;
}

/**
 * Records that COPY skipped show as gaps in the record numbers; each is read again and its first bad field named. The file's
 * columns may have any name, so every name here is qualified. Nobody has counted the landed rows yet: as sets they are never
 * compared one with all, whatever the planner guesses.
 */
export async function refuseMisfits(
  db: pg.Client,
  context: LandingContext,
  file: LandedFile,
  refused: RefusedRecords,
): Promise<Mended> {
  const { source } = context;
  const { definition } = refused;
  const alone = numbersAlone(file.kept);
  const cursor = new RecordCursor(file, definition);
  const mended: Mended = { records: 0, values: 0 };
  try {
    for (let after = 0; ;) {
      const { rows } = await db.query<{ record_no: string }>(
        `select counted.record_no from ${alone ? 'unnest($4::bigint[])' : 'generate_series($2::bigint + 1, $3::bigint)'} counted(record_no)
         where counted.record_no > $2 and counted.record_no <= $3
         except select l.record_no from ${landingTable(source.name, file.role)} l where l.file_id = $1 and l.record_no > $2
         except select r.record_no from ${refusedTable(source)} r where r.file_id = $1 and r.record_no > $2 and not r.value_only
         order by record_no limit ${BATCH}`,
        [file.fileId, after, alone?.at(-1) ?? file.records, ...(alone ? [alone] : [])],
      );
      if (rows.length === 0) return mended;
      const numbers = rows.map((row) => Number(row.record_no));
      const records = await cursor.find(numbers);
      const faults = await faultsOf(db, definition, file.header, records);
      const repaired: MendedRecord[] = [];
      for (const [at, record] of records.entries()) {
        const { raw, place, positions, fields } = record;
        const stranger =
          definition.contract.columns === 'quarantine_row'
            ? firstUndeclared(file.undeclared, fields, definition)
            : null;
        const found = faults.get(at) ?? [];
        const [first = { reason: 'invalid_value' as const, field: null, detail: {} }] = found;
        if (stranger)
          refused.add({ raw, place, positions, reason: 'unknown_column', field: stranger.title, detail: {} });
        else if (found.length === 0 || definition.contract.types === 'quarantine_row')
          refused.add({ raw, place, positions, ...first });
        else if (definition.contract.types === 'freeze') throw frozen(file, place, first);
        else {
          for (const fault of found) refused.add({ raw, place, positions, ...fault, valueOnly: true });
          repaired.push({ recordNo: place.recordNo, fields: without(fields, file.header, found) });
          mended.values += found.length;
        }
      }
      mended.records += await landMended(db, context, file, definition, repaired);
      await refused.flush();
      after = numbers.at(-1) ?? file.records;
    }
  } finally {
    await cursor.close();
  }
}

function frozen({ name }: LandedFile, { lineNo }: RecordPlace, { field, detail }: Refusal): IngestError {
  return new IngestError('value_of_another_type', {
    file: name,
    line: lineNo,
    field: field ?? '',
    type: detail['expected'] ?? '',
  });
}

/** Every field of a record that does not fit its type. */
export async function faultsOf(
  db: Queryable,
  definition: FileDefinition,
  header: readonly string[],
  records: readonly Pick<FoundRecord, 'fields'>[],
): Promise<Map<number, Refusal[]>> {
  const columns = header.flatMap((name, at) => {
    const type = definition.columns[name]?.type;
    return type && type !== 'text' ? [{ name, at, type, read: textReader(definition, name) }] : [];
  });
  const values = records.flatMap(({ fields }, record) =>
    columns.flatMap(({ name, at, type, read }) => {
      const found = fields[at] ?? '';
      const value = read(found);
      return value === '' ? [] : [{ record, name, type, value, found }];
    }),
  );
  const { rows } = await db.query<{ at: string; state: string }>(
    `select v.at, e.sql_error_code as state
     from unnest($1::text[], $2::text[]) with ordinality as v(value, type, at), pg_input_error_info(v.value, v.type) e
     where e.sql_error_code is not null order by v.at`,
    [values.map(({ value }) => value), values.map(({ type }) => type)],
  );
  const faults = new Map<number, Refusal[]>();
  for (const { at, state } of rows) {
    const found = values[Number(at) - 1];
    if (!found) continue;
    // In a record that is shifted by a field, a personal value stands in any column.
    const shown = found.found.slice(0, SHOWN);
    const detail = { expected: found.type, found: hasPersonal(definition) ? maskOf(shown) : shown };
    const before = faults.get(found.record) ?? [];
    faults.set(found.record, [...before, { reason: reasonOf(found.type, state), field: found.name, detail }]);
  }
  return faults;
}

function reasonOf(type: string, state: string): QuarantineReason {
  if (/^(date|timestamp)/.test(type)) return 'invalid_date';
  if (state === '22003') return 'number_out_of_range';
  if (/^(smallint|integer|bigint|numeric|double)/.test(type)) return 'invalid_number';
  return 'invalid_value';
}
