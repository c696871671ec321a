import { statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

const MB = 1024 * 1024;
const GB = 1024 * MB;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, Math.floor(value)));
const inMegabytes = (bytes: number): string => `${Math.floor(bytes / MB)}MB`;

/** The memory this process may really use: a container's limit counts, not the machine it lies on. */
export function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}

// Parallel queries share memory through /dev/shm; a container's default 64 MB is too little for one hash join.
function smallSharedMemory(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const shm = statfsSync('/dev/shm');
    return shm.bavail * shm.bsize < 512 * MB;
  } catch {
    return true;
  }
}

/** Server settings for this machine; the server shares it with Node and a browser, so it takes an eighth, not a quarter. */
export function serverSettings(memory = usableMemory(), cores = availableParallelism()): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: inMegabytes(clamp(memory / 8, 128 * MB, 2 * GB)),
    effective_cache_size: inMegabytes(clamp(memory / 2, 256 * MB, 64 * GB)),
    work_mem: inMegabytes(clamp(memory / 128, 8 * MB, 128 * MB)),
    maintenance_work_mem: inMegabytes(clamp(memory / 16, 64 * MB, GB)),
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    wal_level: 'minimal',
    max_wal_senders: '0',
    wal_compression: 'off',
    jit: 'off',
    random_page_cost: '1.1',
    max_worker_processes: String(clamp(cores * 2, 4, 16)),
    max_parallel_workers: String(clamp(cores, 2, 8)),
    max_parallel_workers_per_gather: String(clamp(cores / 2, 1, 4)),
    max_parallel_maintenance_workers: String(clamp(cores / 2, 1, 4)),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Error texts quote values ("invalid input syntax … "): neither they nor statements may reach the log.
    log_min_messages: 'log',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(smallSharedMemory() ? { dynamic_shared_memory_type: 'mmap' } : {}),
  };
}

/** For a server that dies with the test run: nothing it holds needs to survive a power cut. */
export const throwawaySettings: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '5min',
  // Where it lies in memory, its log does too.
  max_wal_size: '1GB',
  min_wal_size: '128MB',
};
