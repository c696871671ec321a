import { readFileSync } from 'node:fs';
import type { Queryable } from '@rapport/model/schema';

/** A tick of /proc's clocks is 10 ms on every Linux that Node runs on. */
const TICK_MS = 10;

/** Processor time of a process of this machine so far, in milliseconds; null where it cannot be read. */
function processorMs(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}

export interface Spent {
  /** By the clock on the wall. */
  wall: number;
  node: number;
  /** Of the one connection; null: the server is on another machine. */
  database: number | null;
}

/** What some work takes of both processes. `db`: one connection, without parallel workers, so that the database's time is all in one process. */
export async function spentOn<Value>(
  db: Queryable,
  work: () => Promise<Value>,
): Promise<{ value: Value; spent: Spent }> {
  const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  const [began, node, database] = [performance.now(), process.cpuUsage(), processorMs(pid)];
  const value = await work();
  const { user, system } = process.cpuUsage(node);
  const after = processorMs(pid);
  return {
    value,
    spent: {
      wall: performance.now() - began,
      node: (user + system) / 1000,
      database: database === null || after === null ? null : after - database,
    },
  };
}
