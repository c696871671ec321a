import { expect, it } from 'vitest';
import { translateDatabaseError } from '../kit/errors/database-error.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { troubleOf, waitAfter } from './troubles.ts';

const fromPostgres = (code: string): IngestError =>
  translateDatabaseError(Object.assign(new Error('what it said'), { code }), 'localhost:5432');

it.each(['40P01', '40001', '55P03', '53300', '57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'])(
  '%s goes away by itself',
  (code) => expect(troubleOf(fromPostgres(code))).toBe('passing'),
);

it.each(['42703', '22P02', '53100', '28P01', '3D000', '42501'])('%s needs a person', (code) =>
  expect(troubleOf(fromPostgres(code))).toBe('lasting'),
);

it('a file that is still being written passes; what breaks the contract or the configuration does not', () => {
  expect(troubleOf(new IngestError('file_changed', { file: 'orders.csv' }))).toBe('passing');
  for (const code of ['header_missing_column', 'source_definition', 'feed_sql'] as const)
    expect(troubleOf(new IngestError(code))).toBe('lasting');
});

it('who publishes, or has a table, for too long ends some time', () => {
  for (const code of ['publishing_busy', 'tables_held'] as const)
    expect(troubleOf(new IngestError(code))).toBe('passing');
});

it('a delivery that has not come is neither: it is waited for as long as its source says', () => {
  for (const code of ['no_files', 'directory_missing', 'file_missing', 'companion_missing'] as const)
    expect(troubleOf(new IngestError(code))).toBe('absent');
});

it('somebody else at work is no attempt, a stop is no failure, and a bug is not tried again', () => {
  expect(troubleOf(new IngestError('source_busy'))).toBe('turn');
  expect(troubleOf(new IngestError('fenced_off'))).toBe('turn');
  expect(troubleOf(new IngestError('interrupted'))).toBe('stopped');
  expect(troubleOf(new TypeError('undefined is not a function'))).toBe('lasting');
});

it('waits twice as long each time up to the longest, between half of it and all', () => {
  const waits = (random: number): number[] =>
    [1, 2, 3, 4, 9].map((attempt) => waitAfter(attempt, { firstMs: 1_000, longestMs: 5_000, random: () => random }));
  expect(waits(0)).toEqual([500, 1_000, 2_000, 2_500, 2_500]);
  expect(waits(1)).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
});
