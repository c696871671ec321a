import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { processEnvironment } from '../../config.ts';

export interface ApartOptions {
  /** Flags of Node, such as a small heap. */
  flags?: readonly string[];
}

/** How a load in its own process ended. */
export interface Ending {
  /** committed, unchanged, the code of its error; null: it was killed before it could say so. */
  said: string | null;
  message: string;
  exitCode: number | null;
  seconds: number;
  peakKb: number;
}

/** What bin/bootstrap.mjs gives Node. */
const AS_COMMANDED = ['--max-semi-space-size=8', '--import', './bin/register.mjs'];

/** A load in a process of its own. */
export class Apart {
  readonly #child: ChildProcess;
  readonly #lines: Record<string, unknown>[] = [];
  readonly #ended: Promise<void>;
  #stderr = '';
  #peakKb = 0;
  #began = 0;
  /** The stage it last said it was in. */
  stage = 'start';

  constructor({ flags = [] }: ApartOptions = {}) {
    const script = join(import.meta.dirname, 'apart-process.ts');
    this.#child = spawn(process.execPath, [...AS_COMMANDED, ...flags, script], {
      env: processEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stderr?.on('data', (text: Buffer) => (this.#stderr += text.toString()));
    createInterface({ input: this.#child.stdout ?? process.stdin }).on('line', (line) => this.#heard(line));
    this.#ended = new Promise((resolve) => this.#child.once('close', () => resolve()));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async ready(): Promise<this> {
    await this.until(() => this.#lines.length > 0);
    return this;
  }

  go(options: Record<string, unknown>): this {
    this.#began = performance.now();
    this.#child.stdin?.write(`${JSON.stringify(options)}\n`);
    return this;
  }

  /** Waits for something it says, or for its end, which then is an error. */
  async until(seen: () => boolean): Promise<void> {
    while (!seen()) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null)
        throw new Error(
          `the load ended (${this.#child.exitCode ?? this.#child.signalCode}) too early: ${this.#stderr}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** It stands at RAPPORT_PAUSE_AT and waits to be killed. */
  paused(): Promise<void> {
    return this.until(() => this.#stderr.includes('paused at'));
  }

  signal(signal: NodeJS.Signals): void {
    this.#peakKb = Math.max(this.#peakKb, this.#readPeak());
    this.#child.kill(signal);
  }

  async kill(): Promise<Ending> {
    this.signal('SIGKILL');
    return this.ended();
  }

  get isOver(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async ended(): Promise<Ending> {
    await this.#ended;
    const last = this.#lines.find((line) => 'ended' in line);
    return {
      said: (last?.['ended'] as string | undefined) ?? null,
      message: (last?.['message'] as string | undefined) ?? this.#stderr,
      exitCode: this.#child.exitCode,
      seconds: (performance.now() - this.#began) / 1000,
      peakKb: Math.max(this.#peakKb, Number(last?.['peakKb'] ?? 0)),
    };
  }

  #heard(line: string): void {
    const told = JSON.parse(line) as Record<string, unknown>;
    this.#lines.push(told);
    if (typeof told['stage'] === 'string') this.stage = told['stage'];
    if ('ended' in told) this.stage = 'done';
  }

  #readPeak(): number {
    try {
      return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      return 0;
    }
  }
}
