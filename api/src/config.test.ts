import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('all mistakes are named at once', () => {
  expect(() => readConfig({ databaseUrl: 'mysql://x', port: 70_000, poolSize: 0 })).toThrow(
    /databaseUrl[^]*port[^]*poolSize/,
  );
});

test('what is left out has a safe default: this machine only', () => {
  expect(readConfig({ databaseUrl: 'postgres://x' })).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    trustProxy: false,
  });
});
