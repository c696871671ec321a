import { setTimeout as delay } from 'node:timers/promises';
import { readConfig, type Config } from '../config.ts';
import { openDatabase, type Database } from './database.ts';
import { endNow } from './end.ts';
import { explainFailure } from './failures.ts';
import { outputFor, type Output } from './output.ts';
import { INTERRUPTED, Stop } from './stop.ts';

export interface Run {
  config: Config;
  output: Output;
  stop: Stop;
}

/** Whatever a command still waits for when it was asked to stop, it ends. */
const MOST_TO_STOP_MS = 45_000;
const FORGOTTEN_MS = 2_000;

function giveUpStopping(): void {
  process.stderr.write(
    `Asked to stop ${MOST_TO_STOP_MS / 1000} s ago, and something is still under way: it is left. What is not published by now is not published.\n`,
  );
  endNow(INTERRUPTED);
}

/** Runs one command: reads the environment, turns a failure into a sentence and an exit code, and never leaves by itself
 *  while something is still to be closed. */
export async function runAction(json: boolean | undefined, work: (run: Run) => Promise<number | void>): Promise<void> {
  const output = outputFor(json === true);
  const stop = new Stop();
  void stop.requested.then(() => setTimeout(giveUpStopping, MOST_TO_STOP_MS).unref());
  try {
    const code = await work({ config: readConfig(), output, stop });
    process.exitCode = code ?? 0;
  } catch (error) {
    const failure = explainFailure(error);
    process.stderr.write(`${failure.message}\n`);
    output.result({ error: failure.expected ? failure.message : 'unexpected failure', exitCode: failure.exitCode });
    process.exitCode = failure.exitCode;
  }
  // A library's forgotten timer must not keep a finished command alive.
  setTimeout(() => endNow(Number(process.exitCode)), FORGOTTEN_MS).unref();
}

/** A run that is stopped still writes that it was; only then is the database let go. */
export const SAY_THAT_IT_STOPPED_MS = 5_000;

export interface DatabaseRun extends Run {
  database: Database;
}

/** The same, with the database open. Asked to stop, the work has `graceMs` to end by itself; then the database is let go. */
export function runWithDatabase(
  json: boolean | undefined,
  work: (run: DatabaseRun) => Promise<number | void>,
  graceMs = 0,
): Promise<void> {
  return runAction(json, async (run) => {
    const database = await openDatabase(run.config, run.output.say);
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => (closing ??= database.close());
    try {
      const working = work({ ...run, database });
      const ended = working.then(
        () => undefined,
        () => undefined,
      );
      const interrupted = run.stop.requested
        .then(() => Promise.race([ended, delay(graceMs, undefined, { ref: false })]))
        .then(() => INTERRUPTED);
      return await Promise.race([
        working.catch((error: unknown) => (run.stop.signal.aborted ? interrupted : Promise.reject(error))),
        interrupted,
      ]);
    } finally {
      await close();
    }
  });
}
