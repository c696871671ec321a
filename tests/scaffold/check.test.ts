import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IngestReport, NewSource, SourceCheck } from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import { lastLine, rapport, type Ended } from '../setup/run-rapport.ts';
import type { TestDatabase } from '../testkit/index.ts';

const person = mkdtempSync(join(tmpdir(), 'rapport-person-'));
const files = join(person, 'files');
let house: TestDatabase;
const command = (...args: string[]): Promise<Ended> =>
  rapport([...args, '--json'], {
    DATABASE_URL: house.url,
    RAPPORT_HOME: join(person, 'home'),
    RAPPORT_SOURCES: join(person, 'sources'),
  });

beforeAll(async () => {
  house = await emptyHouse();
  mkdirSync(files);
  writeFileSync(
    join(files, 'reviews.csv'),
    'review_id,rating,comment,review_date,email\n1,5,Fine,2025-01-03 08:00,ada@example.com\n2,9,Broken,2025-01-04 09:00,bob@example.com\n3,x,Late,2025-01-05 09:00,\n',
  );
});
afterAll(() => house.drop());

it('a scaffold says what is left to decide; check names it with its line and fails until it is settled', async () => {
  const made = await command('source', 'new', 'opinions', '--from', files, '--zone', 'UTC', '--currency', 'EUR');
  expect(made.code, made.stderr).toBe(0);
  const { marks } = lastLine(made.stdout) as NewSource;
  expect(marks.filter(({ kind }) => kind === 'decide')).toHaveLength(2);
  const undecided = await command('source', 'check', 'opinions');
  expect(undecided.code).toBe(1);
  expect(undecided.stderr).toMatch(
    /Left to decide: opinions\/reviews\.sql, line \d+: which column is it\? The order it is about\./,
  );
});

it('settled, it says what would be refused, by reason and masked, what stays empty and what it suffices for', async () => {
  const sql = join(person, 'sources', 'opinions', 'reviews.sql');
  const text = readFileSync(sql, 'utf8').replaceAll(/ *-- DECIDE.*\n/g, '');
  writeFileSync(
    sql,
    text
      .replace('null::text as order_ref', 'review_id as order_ref')
      .replace('null::smallint as score', 'rating::smallint as score'),
  );
  const yaml = join(person, 'sources', 'opinions', 'source.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('rating: text', 'rating: smallint'));
  const checked = await command('source', 'check', 'opinions', '--from', files);
  expect(checked.code, checked.stderr).toBe(0);
  const report = lastLine(checked.stdout) as IngestReport & { check: SourceCheck };
  expect(report.refusals).toEqual([
    {
      feed: 'reviews',
      reason: 'invalid_number',
      field: 'rating',
      valueOnly: false,
      rows: 1,
      samples: [{ fileName: 'reviews.csv', lineNo: 4, recordNo: 3, found: 'x*' }],
    },
    {
      feed: 'reviews',
      reason: 'score_out_of_range',
      field: 'score',
      valueOnly: false,
      rows: 1,
      samples: [{ fileName: 'reviews.csv', lineNo: 3, recordNo: 2, found: null }],
    },
  ]);
  const [reviews] = report.check.contracts;
  expect(reviews?.absent).toContain('replied_at');
  expect(report.check.unused).toEqual([{ role: 'reviews', columns: ['email'] }]);
  expect(
    report.check.metrics.unserved.find(({ metric }) => metric === 'REVIEW_REPLY_48H_RATE')?.missing,
  ).toContainEqual(expect.objectContaining({ need: 'reviews.replied_at' }));
  const { rows } = await house.pool.query(
    'select (select count(*)::int from core.reviews) as reviews, (select count(*)::int from ops.runs) as runs',
  );
  expect(rows).toEqual([{ reviews: 0, runs: 0 }]);
});
