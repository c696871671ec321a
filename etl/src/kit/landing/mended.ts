import type pg from 'pg';
import type { Refusal } from '../records/piece.ts';
import type { FileDefinition } from '../source/definition.ts';
import { landingTable } from '../source/source.ts';
import { shapeOf } from './columns.ts';
import { CopyWriter } from './copy-writer.ts';
import type { LandedFile, LandingContext } from './land-file.ts';
import { quoted } from './tables.ts';

export interface MendedRecord {
  recordNo: number;
  fields: string[];
}

/** A record with nothing in the fields that do not fit. */
export function without(fields: readonly string[], header: readonly string[], faults: readonly Refusal[]): string[] {
  const bad = new Set(faults.map(({ field }) => field));
  return fields.map((text, at) => (bad.has(header[at] ?? '') ? '' : text));
}

/** Lands records whose bad values were taken out. Their number; what does not fit even so is a mistake of ours. */
export async function landMended(
  db: pg.Client,
  { source, key }: LandingContext,
  file: LandedFile,
  definition: FileDefinition,
  records: readonly MendedRecord[],
): Promise<number> {
  if (records.length === 0) return 0;
  const evolved = file.undeclared.filter(({ column }) => column !== null);
  const shape = shapeOf(definition, file.header, key, evolved);
  const columns = ['record_no', ...shape.copyColumns.map(quoted)].join(', ');
  const writer = new CopyWriter(
    db,
    `copy ${landingTable(source.name, file.role)} (${columns}) from stdin with (format csv, delimiter '${definition.delimiter}', force_null *)`,
    definition.delimiter,
  );
  for (const { recordNo, fields } of records) writer.addText(shape.lineOf(fields), recordNo);
  return writer.finish();
}
