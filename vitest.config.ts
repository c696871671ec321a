import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/runner/longest-first.ts';

const decorators = { decorator: { legacy: true, emitDecoratorMetadata: true } };

export default defineConfig({
  oxc: decorators,
  // Two copies of graphql (its CommonJS and its ES build) would refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    pool: 'forks',
    // Most of these tests wait for a database, a browser or another process: while one waits, another one works.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // Patience for a machine that is slow, or does other things as well; nothing here is timed.
    testTimeout: 600_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 120_000, interval: 50 } },
    projects: [
      {
        test: {
          name: 'unit',
          // They touch nothing outside themselves; the imports would take longer than the tests.
          isolate: false,
          include: ['{api,etl,bin}/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'dashboard',
          isolate: false,
          include: ['dashboard/src/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'whole',
          include: ['tests/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['tests/testkit/global-setup.ts'],
        },
      },
    ],
  },
});
