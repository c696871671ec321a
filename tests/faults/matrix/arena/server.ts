import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openEmbedded, throwawaySettings, type EmbeddedServer } from '@rapport/bin/postgres';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';

export interface Database {
  name: string;
  url: string;
}

/** A PostgreSQL server with one migrated template; every house is a clone of it. */
export class MatrixServer {
  readonly #made = new Set<string>();

  constructor(
    protected adminUrl: string,
    protected template: string,
  ) {}

  urlOf(name: string): string {
    const url = new URL(this.adminUrl);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Of the template, or of another database that nobody is connected to. */
  async clone(more = '', template = this.template): Promise<Database> {
    const name = `faults_${randomBytes(6).toString('hex')}`;
    await this.asAdmin(`create database ${name} template ${template} strategy file_copy ${more}`);
    this.#made.add(name);
    return { name, url: this.urlOf(name) };
  }

  async drop(name: string): Promise<void> {
    await this.asAdmin(`drop database if exists ${name} with (force)`);
    this.#made.delete(name);
  }

  async asAdmin(statement: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: this.adminUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    for (const name of this.#made) await this.drop(name);
  }
}

/** A server of the suite's own in a temporary directory: it may be killed, stopped and filled up. */
export class OwnServer extends MatrixServer {
  #running: EmbeddedServer;

  private constructor(
    readonly home: string,
    running: EmbeddedServer,
    private readonly settings: Record<string, string>,
  ) {
    super(running.urlOf('postgres'), 'faults_template');
    this.#running = running;
  }

  static async start(more: Record<string, string> = {}): Promise<OwnServer> {
    const home = mkdtempSync(join(tmpdir(), 'rapport-faults-server-'));
    chmodSync(home, 0o711); // the server runs as nobody when the suite runs as root
    const settings = { ...throwawaySettings, ...more };
    const server = new OwnServer(home, await openEmbedded({ home, settings }), settings);
    await server.asAdmin('create database faults_template');
    await migrate(server.urlOf('faults_template'));
    const pool = openPool(server.urlOf('faults_template'), { application: 'faults template', max: 1 });
    await ensureRollups(pool).finally(() => pool.end());
    return server;
  }

  get postmaster(): number {
    return Number(readFileSync(join(this.#running.dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  get dataDirectory(): string {
    return this.#running.dataDirectory;
  }

  /** What `pg_ctl stop -m immediate` does: no shutdown, recovery at the next start. */
  async stopImmediately(): Promise<void> {
    const pid = this.postmaster;
    process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await sleep(20);
  }

  async startAgain(): Promise<void> {
    this.#running = await openEmbedded({ home: this.home, settings: this.settings });
    this.adminUrl = this.#running.urlOf('postgres');
  }

  /** Connections until there is room for none. */
  async crowd(): Promise<pg.Client[]> {
    const crowd: pg.Client[] = [];
    for (;;) {
      const client = new pg.Client({ connectionString: this.adminUrl, application_name: 'faults crowd' });
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch {
        return crowd;
      }
      crowd.push(client);
    }
  }

  /** After the death of a backend the server throws everybody out and recovers. */
  async untilItAnswers(): Promise<void> {
    for (;;) {
      const answered = await this.asAdmin('select 1').catch(() => null);
      if (answered) return;
      await sleep(50);
    }
  }

  override async close(): Promise<void> {
    await super.close();
    await this.#running.leave();
    if (isAlive(this.postmasterOr(0))) process.kill(this.postmaster, 'SIGINT');
    await sleep(100);
    rmSync(this.home, { recursive: true, force: true });
  }

  private postmasterOr(none: number): number {
    try {
      return this.postmaster;
    } catch {
      return none;
    }
  }
}

function isAlive(pid: number): boolean {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
