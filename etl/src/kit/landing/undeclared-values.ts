import { RecordCursor } from '../records/cursor.ts';
import { numbersAlone } from '../records/kept.ts';
import type { LandedFile } from './land-file.ts';
import type { RefusedRecords } from './refused-records.ts';
import { hasValue } from './undeclared.ts';

const BATCH = 2000;

/** Keeps in quarantine the values of columns that nobody declared, while their records are loaded. The number of values. */
export async function recordUndeclared(file: LandedFile, refused: RefusedRecords): Promise<number> {
  const { definition } = refused;
  if (file.undeclared.length === 0 || definition.contract.columns !== 'quarantine_value') return 0;
  const cursor = new RecordCursor(file, definition);
  const alone = numbersAlone(file.kept);
  let values = 0;
  try {
    for (let from = 1; from <= file.records; from += BATCH) {
      const some = Math.min(BATCH, file.records - from + 1);
      const numbers = Array.from({ length: some }, (_, n) => alone?.[from + n - 1] ?? from + n);
      for (const { raw, place, fields } of await cursor.find(numbers)) {
        if (fields.length !== file.header.length) continue;
        for (const { title, at } of file.undeclared) {
          if (!hasValue(fields[at], definition.missing)) continue;
          values++;
          refused.add({ raw, place, reason: 'unknown_column', field: title, detail: {}, valueOnly: true });
        }
      }
      await refused.flush();
    }
    return values;
  } finally {
    await cursor.close();
  }
}
