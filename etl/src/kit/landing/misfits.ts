import type pg from 'pg';
import type { QuarantineReason } from '@rapport/model/vocabulary';
import type { Refusal } from '../records/piece.ts';
import { RecordCursor, type FoundRecord } from '../records/cursor.ts';
import type { FileDefinition } from '../source/definition.ts';
import { maskOf } from '../privacy/masks.ts';
import { hasPersonal, landingTable } from '../source/source.ts';
import { textReader } from './columns.ts';
import type { LandedFile, LandingContext } from './land-file.ts';
import type { RefusedRecords } from './refused-records.ts';
import { refusedTable } from './tables.ts';

const BATCH = 2000;
const SHOWN = 200;

/**
 * Records that COPY skipped show as gaps in the record numbers; each is read again and its first bad field named. The file's
 * columns may have any name, so every name here is qualified.
 */
export async function refuseMisfits(
  db: pg.Client,
  context: LandingContext,
  file: LandedFile,
  refused: RefusedRecords,
): Promise<void> {
  const { source } = context;
  const { definition } = refused;
  const cursor = new RecordCursor(file, definition);
  try {
    for (let after = 0; ;) {
      const { rows } = await db.query<{ record_no: string }>(
        `select counted.record_no from generate_series($2::bigint + 1, $3::bigint) counted(record_no)
         where not exists (select from ${landingTable(source.name, file.role)} l where l.file_id = $1 and l.record_no = counted.record_no)
           and not exists (select from ${refusedTable(source)} r where r.file_id = $1 and r.record_no = counted.record_no)
         order by counted.record_no limit ${BATCH}`,
        [file.fileId, after, file.records],
      );
      if (rows.length === 0) return;
      const numbers = rows.map((row) => Number(row.record_no));
      const records = await cursor.find(numbers);
      const faults = await firstFaults(db, definition, file.header, records);
      for (const [at, { raw, place }] of records.entries()) {
        const fault = faults.get(at) ?? { reason: 'invalid_value' as const, field: null, detail: {} };
        refused.add({ raw, place, ...fault });
      }
      await refused.flush();
      after = numbers.at(-1) ?? file.records;
    }
  } finally {
    await cursor.close();
  }
}

async function firstFaults(
  db: pg.Client,
  definition: FileDefinition,
  header: readonly string[],
  records: readonly FoundRecord[],
): Promise<Map<number, Refusal>> {
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
  const faults = new Map<number, Refusal>();
  for (const { at, state } of rows) {
    const found = values[Number(at) - 1];
    if (!found || faults.has(found.record)) continue;
    // In a record that is shifted by a field, a personal value stands in any column.
    const shown = found.found.slice(0, SHOWN);
    const detail = { expected: found.type, found: hasPersonal(definition) ? maskOf(shown) : shown };
    faults.set(found.record, { reason: reasonOf(found.type, state), field: found.name, detail });
  }
  return faults;
}

function reasonOf(type: string, state: string): QuarantineReason {
  if (/^(date|timestamp)/.test(type)) return 'invalid_date';
  if (state === '22003') return 'number_out_of_range';
  if (/^(smallint|integer|bigint|numeric|double)/.test(type)) return 'invalid_number';
  return 'invalid_value';
}
