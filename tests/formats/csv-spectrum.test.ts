import { promisify } from 'node:util';
import spectrum from 'csv-spectrum';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { Workshop } from './sources.ts';

const samples = await promisify(spectrum)();

const workshop = new Workshop();
let house: TestDatabase;
beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', workshop.folder);
  house = await emptyHouse();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

type Row = Record<string, string>;

/** An empty field is no value. The package's JSON for this one file is not of its CSV: another phone number, and no list. */
function expectedOf(json: Buffer): Record<string, string | null>[] {
  const parsed = JSON.parse(json.toString()) as Row | Row[];
  const rows = Array.isArray(parsed) ? parsed : [{ ...parsed, 'Contact Phone Number': '2095257564' }];
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value || null])));
}

it('the spectrum has its twelve files', () => expect(samples).toHaveLength(12));

it.each(samples)('$name is read exactly', async ({ name, csv, json }) => {
  const header = (csv.toString().split(/\r?\n/)[0] ?? '').split(',');
  workshop.source(name, {
    files: { rows: { file: `${name}.csv`, columns: Object.fromEntries(header.map((column) => [column, 'text'])) } },
    feeds: {
      regions: {
        from: 'rows',
        sql: `select file_id, record_no, '${name}' || record_no as external_id, (to_jsonb(r) - 'file_id' - 'record_no')::text as label_en from {rows} r`,
      },
    },
  });
  workshop.deliver({ [`${name}.csv`]: csv });
  const report = await workshop.load(house.url, name);
  expect(report.refused).toEqual([]);
  const { rows } = await house.pool.query<{ label_en: string }>(
    `select label_en from core.regions where code ~ $1 order by length(code), code`,
    [`^${name}\\d+$`],
  );
  expect(rows.map((row) => JSON.parse(row.label_en) as unknown)).toEqual(expectedOf(json));
});
