import { realpath } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { binariesFor } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { serverIdentity } from './identity.ts';
import { createDataDirectory, SUPERUSER } from './initdb.ts';
import { launch } from './launch.ts';
import { findPlace, ownerOfData, prepareHome, savePlace, startLockPath, type Place } from './place.ts';
import { disownPostmaster, isAlive, isPostgres, readPostmaster, worksIn, type PostmasterFile } from './postmaster.ts';
import { serverSettings } from './settings.ts';
import { underStartLock } from './start-lock.ts';

const DATABASE = 'rapport';
// Advisory locks in the database "postgres": every command holds USE shared; the last one out stops the server.
const LOCK_SPACE = 0x5241;
const USE = 1;
const SERVE = 2;

const PATIENCE = 60_000;
const REFUSAL_PATIENCE = 10_000;
/** The server itself has spoken; everything else is the network's. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

export interface EmbeddedOptions {
  home: string;
  /** The account to run under when started as root; nobody by default. */
  user?: string | undefined;
  /** Settings on top of those chosen for the machine. */
  settings?: Record<string, string>;
  notice?: (text: string) => void;
}

export interface EmbeddedServer {
  url: string;
  /** The same server, another database. */
  urlOf(database: string): string;
  dataDirectory: string;
  port: number;
  /** False when a running server was joined. */
  started: boolean;
  /** True for one process at a time: the one that serves this data directory. */
  claimServing(): Promise<boolean>;
  /** Lets go; the server stops with its last user. */
  leave(): Promise<void>;
}

const urlAt = (place: Place, port: number, database: string): string =>
  `postgres://${SUPERUSER}:${place.password}@127.0.0.1:${port}/${database}`;

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'rapport keeper',
    connectionTimeoutMillis: 15_000,
  });
  client.on('error', () => undefined); // a server that goes away is noticed by whoever queries it next
  await client.connect();
  return client;
}

// A server left by a killed parent is ours only if process, port and data directory tell the same story.
async function joinRunning(place: Place, file: PostmasterFile, patient: boolean): Promise<pg.Client> {
  const mismatch = (what: string, cause?: unknown): EmbeddedPostgresError =>
    new EmbeddedPostgresError(
      'SERVER_MISMATCH',
      `A PostgreSQL process (${file.pid}) is recorded in ${place.dataDirectory}, but ${what}.`,
      `End process ${file.pid} if it is a leftover, or use another RAPPORT_HOME.`,
      cause,
    );
  const wanted = await realpath(place.dataDirectory);
  if ((await realpath(file.dataDirectory).catch(() => '')) !== wanted) {
    throw mismatch(`it serves another data directory (${file.dataDirectory})`);
  }
  let client: pg.Client;
  try {
    client = await connect(urlAt(place, file.port, 'postgres'));
  } catch (cause) {
    const code = (cause as { code?: string }).code ?? '';
    // Starting up, shutting down, or killed and still giving back its memory: the caller looks again.
    if (code === '57P03' || code === '57P01' || (patient && !SQLSTATE.test(code))) throw cause;
    throw mismatch(`it does not answer on port ${file.port} with this home's password`, cause);
  }
  const answer = await client.query<{ data_directory: string }>('show data_directory');
  const served = await realpath(answer.rows[0]?.data_directory ?? '').catch(() => '');
  if (served === wanted) return client;
  await client.end();
  throw mismatch(`the server on port ${file.port} serves ${served}`);
}

async function isLeftover(place: Place, file: PostmasterFile): Promise<boolean> {
  if (!(await isPostgres(file.pid))) return true;
  return file.dataDirectory === place.dataDirectory && !(await worksIn(file.pid, place.dataDirectory));
}

async function joinOrNull(place: Place): Promise<{ client: pg.Client; port: number } | null> {
  const deadline = Date.now() + PATIENCE;
  const refusals = Date.now() + REFUSAL_PATIENCE;
  for (;;) {
    const file = await readPostmaster(place.dataDirectory);
    if (file === null) return null;
    if (await isLeftover(place, file)) {
      if (isAlive(file.pid)) await disownPostmaster(place.dataDirectory);
      return null;
    }
    if (file.ready) {
      try {
        return { client: await joinRunning(place, file, Date.now() < refusals), port: file.port };
      } catch (error) {
        if (error instanceof EmbeddedPostgresError) throw error;
      }
    }
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        'SERVER_NOT_ANSWERING',
        `The PostgreSQL server of ${place.dataDirectory} (process ${file.pid}) has been neither ready nor gone for a minute.`,
        `Look into postgres.log beside it; end process ${file.pid} if it hangs.`,
      );
    }
    await pause(100);
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
}

async function openUnderLock(
  options: EmbeddedOptions,
  home: string,
): Promise<{ place: Place; client: pg.Client; port: number; started: boolean }> {
  const caller = serverIdentity(options.user);
  const place = await findPlace(home, caller);
  const owner = await ownerOfData(place, caller);
  const running = owner === null ? null : await joinOrNull(place);
  if (running !== null) return { place, ...running, started: false };
  const binaries = await binariesFor(owner ?? caller);
  if (owner === null) {
    if (place.relocated) {
      options.notice?.(
        `PostgreSQL runs as "${caller.user}", which cannot reach ${home}: its data goes to ${place.dataDirectory}.`,
      );
    }
    await createDataDirectory(binaries, place, caller);
  }
  const port = await launch(binaries, place, owner ?? caller, { ...serverSettings(), ...options.settings });
  if (port !== place.port) await savePlace({ ...place, port });
  return { place: { ...place, port }, client: await connect(urlAt(place, port, 'postgres')), port, started: true };
}

async function stopServer(place: Place): Promise<void> {
  const file = await readPostmaster(place.dataDirectory);
  if (file === null || !(await isPostgres(file.pid))) return;
  process.kill(file.pid, 'SIGINT'); // "fast": sessions end, everything is written, no recovery at the next start
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await pause(10)) {
    if (!(await isPostgres(file.pid))) return;
  }
  throw new EmbeddedPostgresError(
    'STOP_TIMED_OUT',
    `The embedded PostgreSQL (process ${file.pid}) has not stopped within two minutes.`,
    'It is probably still writing; the next start will wait for it.',
  );
}

async function tryLock(client: pg.Client, which: number): Promise<boolean> {
  const answer = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
    LOCK_SPACE,
    which,
  ]);
  return answer.rows[0]?.held === true;
}

/** Joins the server of this home, or starts it (creating its data directory first). */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = await prepareHome(options.home);
  const { place, client, port, started } = await underStartLock(startLockPath(home), async () => {
    const opened = await openUnderLock(options, home);
    await ensureDatabase(opened.client);
    await opened.client.query('select pg_advisory_lock_shared($1, $2)', [LOCK_SPACE, USE]);
    return opened;
  });
  return {
    url: urlAt(place, port, DATABASE),
    urlOf: (database) => urlAt(place, port, database),
    dataDirectory: place.dataDirectory,
    port,
    started,
    claimServing: () => tryLock(client, SERVE),
    leave: () =>
      underStartLock(startLockPath(home), async () => {
        const alone = await client
          .query('select pg_advisory_unlock_shared($1, $2)', [LOCK_SPACE, USE])
          .then(() => tryLock(client, USE))
          .catch(() => false); // the server is gone already
        await client.end().catch(() => undefined);
        if (alone) await stopServer(place);
      }),
  };
}
