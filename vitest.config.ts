import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const decorators = { decorator: { legacy: true, emitDecoratorMetadata: true } };

export default defineConfig({
  oxc: decorators,
  // Two copies of graphql (its CommonJS and its ES build) would refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    pool: 'forks',
    // Most of these tests wait for a database, a browser or another process: one worker less than cores would leave half idle.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{api,etl,bin}/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'dashboard',
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
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
