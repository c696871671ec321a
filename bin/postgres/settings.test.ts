import { expect, it } from 'vitest';
import { serverSettings } from './settings.ts';

const GB = 1024 ** 3;

it.each([
  { memory: 1 * GB, cores: 1, shared_buffers: '128MB', work_mem: '8MB', max_parallel_workers: '2' },
  { memory: 8 * GB, cores: 2, shared_buffers: '1024MB', work_mem: '64MB', max_parallel_workers: '2' },
  { memory: 256 * GB, cores: 64, shared_buffers: '2048MB', work_mem: '128MB', max_parallel_workers: '8' },
])('fits a machine of $memory bytes and $cores cores', ({ memory, cores, ...expected }) => {
  expect(serverSettings(memory, cores)).toMatchObject(expected);
});

it('listens on this machine only, keeps data out of its log, and never compresses WAL with pglz', () => {
  expect(serverSettings(8 * GB, 2)).toMatchObject({
    listen_addresses: '127.0.0.1',
    log_statement: 'none',
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    wal_compression: 'off',
    jit: 'off',
    max_wal_size: '4GB',
  });
});
