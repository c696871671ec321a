import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Principal } from '../auth/principal.ts';
import { StreamedReads } from '../database/streamed-reads.ts';
import { refusalBehind } from '../graphql/errors.ts';
import { toldError } from '../telemetry/told-error.ts';
import { ExportFile } from './export-file.ts';
import { endExport, noteExpected, noteProgress, type Ending } from './exports.reader.ts';
import type { Exports, ExportSettings } from './exports.ts';
import { formats, type FormatName } from './formats/index.ts';
import type { Plan } from './plan.ts';
import { ExportRefused } from './refused.ts';
import { fault, otherRights, tookTooLong, unwritable } from './words.ts';
import { writeRows } from './write.ts';

const NOTE_MS = 500;
const MOST_MINUTES = 15;

interface JobOptions {
  id: string;
  plan: Plan;
  principal: Principal;
  pool: pg.Pool;
  exports: Exports;
  settings: ExportSettings;
  format: FormatName;
}

/** Stopped from outside: whoever stopped it has said, or says, what it is now. */
class Stopped extends Error {
  constructor(readonly state: 'canceled' | 'interrupted') {
    super(state);
  }
}

/** One export while it is written. */
export class Job {
  readonly id: string;
  readonly principal: Principal;
  readonly #options: JobOptions;
  readonly #reads: StreamedReads;
  #stopped: Error | undefined;
  #rows = 0;
  #ended: Promise<void> = Promise.resolve();
  /** The last note of how far it is. */
  #noted: Promise<void> = Promise.resolve();

  constructor(options: JobOptions) {
    this.id = options.id;
    this.principal = options.principal;
    this.#options = options;
    this.#reads = new StreamedReads(options.pool, options.principal.scope, { statementMs: MOST_MINUTES * 60_000 });
  }

  run(): Promise<void> {
    return (this.#ended = this.#write());
  }

  /** Breaks off what is written, and resolves when nothing of it is left. */
  stop(state: 'canceled' | 'interrupted'): Promise<void> {
    this.#stop(new Stopped(state));
    return this.#ended;
  }

  #stop(reason: Error): void {
    this.#stopped ??= reason;
    this.#reads.abandon(reason);
  }

  async #write(): Promise<void> {
    const { id, pool, exports, settings, format } = this.#options;
    let file: ExportFile | undefined;
    const late = setTimeout(() => this.#stop(tookTooLong(MOST_MINUTES)), MOST_MINUTES * 60_000).unref();
    const note = setInterval(() => (this.#noted = this.#note(file?.bytes ?? 0)), NOTE_MS).unref();
    try {
      file = await ExportFile.create(exports.pathOf({ id, format }), settings.mostBytes);
      await this.#fill(file);
      clearInterval(note);
      const sha256 = await file.finish();
      // On a connection of its own it could come after the last word.
      await this.#noted;
      await this.#note(file.bytes);
      if (this.#stopped) throw this.#stopped;
      await endExport(pool, id, { state: 'done', sha256 });
    } catch (error) {
      // What cannot be removed is found later, with the strays: see look-after.ts.
      await file?.discard().catch(() => {});
      await this.#end(this.#stopped ?? error);
    } finally {
      clearTimeout(late);
      clearInterval(note);
      await this.#reads.close();
    }
  }

  async #fill(file: ExportFile): Promise<void> {
    const { id, plan, principal, pool, exports, format } = this.#options;
    await writeRows({
      plan,
      principal,
      pool,
      reads: this.#reads,
      open: (sink) => formats[format].open(plan.columns, sink),
      sink: (bytes) => {
        if (this.#stopped) throw this.#stopped;
        return file.write(bytes);
      },
      begins: async (expected, dataVersion) => {
        const cost = plan.cost.once + (expected ?? 0) * plan.cost.perRow;
        const { points, refusal } = await exports.left(principal);
        if (cost > points) throw refusal(cost);
        await noteExpected(pool, id, expected, dataVersion);
      },
      written: (rows) => {
        this.#rows += rows;
        if (this.#stopped) throw this.#stopped;
      },
    });
  }

  get #cost(): number {
    const { perRow, once } = this.#options.plan.cost;
    return once + this.#rows * perRow;
  }

  async #note(bytes: number): Promise<void> {
    const { id, pool } = this.#options;
    const progress = { rows: this.#rows, bytes, cost: this.#cost };
    const noted = await noteProgress(pool, id, progress).catch(() => 'wanted');
    if (noted === 'ended') this.#stop(new Stopped('canceled'));
    if (noted === 'other_rights') this.#stop(otherRights());
  }

  async #end(reason: unknown): Promise<void> {
    const { id, pool, settings } = this.#options;
    const told = this.#told(reason);
    // Where the database is away too, silence tells it: see exports.reader.ts.
    await noteProgress(pool, id, { rows: this.#rows, bytes: 0, cost: this.#cost })
      .then(() => endExport(pool, id, told))
      .catch((error: unknown) =>
        settings.log({ level: 'error', event: 'export_not_ended', export: id, ...toldError(error) }),
      );
  }

  #told(reason: unknown): Ending {
    if (reason instanceof Stopped) return { state: reason.state };
    const refused = reason instanceof ExportRefused ? reason : this.#refusal(reason);
    return { state: 'failed', error: { code: refused.code, text: refused.text } };
  }

  #refusal(reason: unknown): ExportRefused {
    const refusal = refusalBehind(reason);
    const { code, text } = (refusal?.extensions ?? {}) as { code?: string; text?: ExportRefused['text'] };
    if (code && text) return new ExportRefused(code, text);
    const errorId = randomUUID();
    const { code: errno } = reason as NodeJS.ErrnoException;
    this.#options.settings.log({
      level: 'error',
      event: 'export_failed',
      export: this.id,
      errorId,
      ...toldError(reason),
    });
    return ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'ENOENT'].includes(errno ?? '') ? unwritable() : fault(errorId);
  }
}
