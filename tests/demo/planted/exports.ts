import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** The files of a generated shop, read as its README describes them: nothing here knows the product or the generator. */
export class Exports {
  constructor(readonly directory: string) {}

  csv<Field extends string>(file: string): Record<Field, string>[] {
    const text = readFileSync(join(this.directory, file));
    return parse<Record<Field, string>>(text, { columns: true, relax_column_count: true, relax_quotes: true });
  }

  json<Row>(file: string): Row[] {
    return JSON.parse(readFileSync(join(this.directory, file), 'utf8')) as Row[];
  }

  /** Lines that are no JSON are among the dirty rows. */
  async *lines<Row>(file: string): AsyncGenerator<Row> {
    const input = createReadStream(join(this.directory, file)).pipe(createGunzip());
    for await (const line of createInterface({ input })) {
      try {
        yield JSON.parse(line) as Row;
      } catch {
        continue;
      }
    }
  }
}

const DAY = 86_400_000;

/** Days since 1970 of a local time `2026-10-01 12:00:00`; NaN for none. */
export const dayOf = (local: string): number => Math.floor(Date.parse(`${local.slice(0, 10)}T00:00:00Z`) / DAY);

/** Milliseconds of a local time on Shanghai's clock. */
export const momentOf = (local: string): number => Date.parse(`${local.replace(' ', 'T')}+08:00`);

/** The day in Shanghai of an instant such as `2026-10-01T04:00:00Z`. */
export const shanghaiDay = (instant: string): number => Math.floor((Date.parse(instant) + 8 * 3_600_000) / DAY);
