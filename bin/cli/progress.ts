interface Sink {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const REDRAW_MS = 100;
const LINE_MS = 5_000;
const BAR = 24;

const count = (value: number): string => Math.floor(value).toLocaleString('en-US');

export interface Step {
  /** What is going on; the rate counts from its beginning. */
  stage: string;
  done: number;
  unit: string;
  /** How much of the whole is behind us, 0 to 1. */
  share: number;
}

/** A bar that redraws itself on a terminal; elsewhere a plain line when a stage begins and every five seconds. */
export class Progress {
  private stage = '';
  private stageBegan = 0;
  private doneBefore = 0;
  private shownAt = 0;
  private drawn = false;
  private readonly sink: Sink;
  private readonly now: () => number;

  constructor(sink: Sink, now: () => number = Date.now) {
    this.sink = sink;
    this.now = now;
  }

  show({ stage, done, unit, share }: Step): void {
    const now = this.now();
    const begins = stage !== this.stage;
    if (begins) {
      this.stage = stage;
      this.stageBegan = now;
      this.doneBefore = done;
    }
    if (!begins && now - this.shownAt < (this.sink.isTTY ? REDRAW_MS : LINE_MS)) return;
    this.shownAt = now;
    const rate = (done - this.doneBefore) / ((now - this.stageBegan) / 1000);
    const pace = Number.isFinite(rate) && rate >= 1 ? ` · ${count(rate)} ${unit}/s` : '';
    this.draw(`${stage} · ${count(done)} ${unit}${pace}`, Number.isFinite(share) ? share : 0);
  }

  private draw(text: string, share: number): void {
    if (!this.sink.isTTY) return void this.sink.write(`${text}\n`);
    const filled = Math.round(Math.min(1, Math.max(0, share)) * BAR);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    this.sink.write(`\r\u001b[2K${`${bar} ${text}`.slice(0, (this.sink.columns ?? 80) - 1)}`);
    this.drawn = true;
  }

  /** Leaves the line free for what follows. */
  end(): void {
    if (this.drawn) this.sink.write('\r\u001b[2K');
    this.drawn = false;
    this.stage = '';
  }
}
