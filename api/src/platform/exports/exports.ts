import { createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { audit } from '@rapport/model/schema';
import type { LogLine } from '../../config.ts';
import type { Principal } from '../auth/principal.ts';
import { actorOf } from '../operations/actor.ts';
import { Refusal } from '../graphql/refusal.ts';
import { toldError } from '../telemetry/told-error.ts';
import { askedBy, asRefused, type Question } from './document.ts';
import { endExport, insertExport, readExport, spentInTheHour, type KeptExport } from './exports.reader.ts';
import type { FormatName } from './formats/index.ts';
import { lookAfter, thisServer } from './look-after.ts';
import { planOf, type Plan } from './plan.ts';
import { Job } from './job.ts';
import { inTransaction } from './transaction.ts';
import { budgetSpent, ended, ownRuns, tooMany, unknownExport } from './words.ts';

export interface ExportSettings {
  /** Where files lie until they expire. */
  directory: string;
  /** Written at once by this server. */
  atOnce: number;
  /** A file is there for so long. */
  hours: number;
  /** Points of cost each principal may export in an hour. */
  costPerHour: number;
  mostBytes: number;
  /** Refuses who may only send registered documents and sends another. */
  assertKnown: (document: string, principal: Principal) => void;
  log: (line: LogLine) => void;
}

export interface ExportRequest extends Question {
  format: FormatName;
  /** Of the file; null: after the operation. */
  name: string | null;
}

/** What the address of a file must carry: only its holder is ever told, and it is good for this file alone. */
export const signatureOf = ({ id, holderId, secret }: Pick<KeptExport, 'id' | 'holderId' | 'secret'>): string =>
  createHmac('sha256', secret).update(`${id} ${holderId}`).digest('hex');

const LOOK_AFTER_MS = 30_000;

/** A name any file system and header can carry. */
const fileName = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._ -]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80) || 'export';

/** Starts, watches and ends the exports of one server. */
export class Exports {
  readonly #pool: pg.Pool;
  readonly #schema: GraphQLSchema;
  readonly #settings: ExportSettings;
  readonly #jobs = new Map<string, Job>();
  /** Places taken by those that begin, before they are jobs. */
  readonly #beginning = new Set<string>();
  #watch: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool, schema: GraphQLSchema, settings: ExportSettings) {
    this.#pool = pool;
    this.#schema = schema;
    this.#settings = settings;
  }

  /** Ends what a server before this one left behind, and from now on what has expired. */
  async open(): Promise<void> {
    const { directory } = this.#settings;
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await chmod(directory, 0o700);
    await this.#lookAfter();
    this.#watch = setInterval(() => void this.#lookAfter(), LOOK_AFTER_MS).unref();
  }

  /** What is written is interrupted, and says so; files stay. */
  async close(): Promise<void> {
    clearInterval(this.#watch);
    await Promise.all([...this.#jobs.values()].map((job) => job.stop('interrupted')));
  }

  get directory(): string {
    return this.#settings.directory;
  }

  pathOf({ id, format }: Pick<KeptExport, 'id' | 'format'>): string {
    return join(this.#settings.directory, `${id}.${format}`);
  }

  async start(principal: Principal, request: ExportRequest): Promise<KeptExport> {
    this.#assertKnown(principal, request);
    const plan = planOf(askedBy(this.#schema, principal, request));
    const free = this.#takePlace(principal);
    try {
      await this.#assertBudget(principal, plan.cost.once);
      const id = await this.#enter(principal, request, plan);
      const { format } = request;
      this.#run(new Job({ id, plan, principal, pool: this.#pool, exports: this, settings: this.#settings, format }));
      return (await readExport(this.#pool, id))!;
    } finally {
      free();
    }
  }

  /** Nothing is written that the audit does not name. */
  async #enter(principal: Principal, request: ExportRequest, { operation, columns }: Plan): Promise<string> {
    const made = {
      holderId: principal.id,
      holder: actorOf(principal),
      role: principal.role,
      scope: principal.scope,
      name: fileName(request.name ?? operation.name?.value ?? 'export'),
      format: request.format,
      document: request.document,
      operation: operation.name?.value ?? null,
      variables: request.variables ?? '{}',
      columns: columns.map(({ name }) => name),
      secret: randomBytes(32),
      server: thisServer,
      hours: this.#settings.hours,
    };
    return inTransaction(this.#pool, async (db) => {
      const id = await insertExport(db, made);
      const detail = { format: made.format, operation: made.operation, columns: made.columns };
      await audit(db, { actor: made.holder, action: 'export.start', subject: `export ${id}`, detail });
      return id;
    });
  }

  /** The same question anew: for what was interrupted, has failed or expired. */
  async repeat(principal: Principal, id: string): Promise<KeptExport> {
    return this.start(principal, await this.of(principal, id));
  }

  /** An export of this principal. Of others nothing is told, not even that they are there. */
  async of({ id: holderId }: Principal, id: string): Promise<KeptExport> {
    const kept = await readExport(this.#pool, id);
    if (kept?.holderId !== holderId) throw unknownExport();
    return kept;
  }

  /** Ends one wherever it is written: a server that is not this one hears of it with its next note. */
  async cancel(principal: Principal, id: string): Promise<KeptExport> {
    await this.of(principal, id);
    const wasRunning = await inTransaction(this.#pool, async (db) => {
      const did = await endExport(db, id, { state: 'canceled' });
      if (did) await audit(db, { actor: actorOf(principal), action: 'export.cancel', subject: `export ${id}` });
      return did;
    });
    if (!wasRunning) throw ended();
    await this.#jobs.get(id)?.stop('canceled');
    return this.of(principal, id);
  }

  #assertKnown(principal: Principal, { document }: Question): void {
    try {
      this.#settings.assertKnown(document, principal);
    } catch (refusal) {
      throw refusal instanceof Refusal ? asRefused(refusal) : refusal;
    }
  }

  /** Refuses what would go beyond the hour's budget. */
  async #assertBudget({ id }: Principal, cost: number): Promise<void> {
    const { costPerHour } = this.#settings;
    const spent = await spentInTheHour(this.#pool, id);
    if (spent.cost + cost > costPerHour) throw budgetSpent(cost, costPerHour - spent.cost, costPerHour, spent.seconds);
  }

  /** How many points this principal may still spend on exports. */
  async left(principal: Principal): Promise<{ points: number; refusal: (cost: number) => Error }> {
    const { costPerHour } = this.#settings;
    const { cost, seconds } = await spentInTheHour(this.#pool, principal.id);
    const points = costPerHour - cost;
    return { points, refusal: (needed) => budgetSpent(needed, points, costPerHour, seconds) };
  }

  #takePlace({ id }: Principal): () => void {
    const jobs = [...this.#jobs.values()];
    if (this.#beginning.has(id) || jobs.some((job) => job.principal.id === id)) throw ownRuns();
    if (jobs.length + this.#beginning.size >= this.#settings.atOnce) throw tooMany(this.#settings.atOnce);
    this.#beginning.add(id);
    return () => this.#beginning.delete(id);
  }

  #run(job: Job): void {
    this.#jobs.set(job.id, job);
    void job.run().finally(() => this.#jobs.delete(job.id));
  }

  async #lookAfter(): Promise<void> {
    const { directory, log } = this.#settings;
    try {
      await lookAfter(this.#pool, directory, (id) => this.#jobs.has(id));
    } catch (error) {
      // The database is away: what has expired is refused all the same, and goes with the next round.
      log({
        level: 'warn',
        event: 'exports_not_looked_after',
        message: toldError(error).message,
      });
    }
  }
}

const ofPool = new WeakMap<pg.Pool, Exports>();

export function openExports(pool: pg.Pool, exports: Exports): void {
  ofPool.set(pool, exports);
}

/** Null where the server writes no files. */
export const exportsOf = (pool: pg.Pool): Exports | null => ofPool.get(pool) ?? null;
