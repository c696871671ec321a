interface Sink {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const REDRAW_MS = 100;
const LINE_MS = 5_000;
const BAR = 24;

const count = (value: number): string => Math.floor(value).toLocaleString('en-US');

/** A bar that redraws itself on a terminal; elsewhere a plain line when a stage begins and every five seconds. */
export class Progress {
  private stage = '';
  private stageBegan = 0;
  private shownAt = 0;
  private drawn = false;
  private readonly sink: Sink;
  private readonly now: () => number;

  constructor(sink: Sink, now: () => number = Date.now) {
    this.sink = sink;
    this.now = now;
  }

  show(stage: string, done: number, of: number | null, unit: string): void {
    const now = this.now();
    const begins = stage !== this.stage;
    if (begins) {
      this.stage = stage;
      this.stageBegan = now;
    }
    const wait = this.sink.isTTY === true ? REDRAW_MS : LINE_MS;
    const complete = of !== null && done >= of;
    if (!begins && now - this.shownAt < wait && !(complete && this.sink.isTTY === true)) return;
    this.shownAt = now;
    const seconds = (now - this.stageBegan) / 1000;
    const rate = seconds > 0.2 && done > 0 ? ` · ${count(done / seconds)} ${unit}/s` : '';
    const total = of === null ? count(done) : `${count(done)} of ${count(of)}`;
    this.draw(`${stage}: ${total} ${unit}${rate}`, of === null || of === 0 ? null : done / of);
  }

  private draw(text: string, share: number | null): void {
    if (this.sink.isTTY !== true) return void this.sink.write(`${text}\n`);
    const filled = share === null ? 0 : Math.round(Math.min(1, share) * BAR);
    const bar = share === null ? '' : `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} `;
    this.sink.write(`\r\u001b[2K${`${bar}${text}`.slice(0, (this.sink.columns ?? 80) - 1)}`);
    this.drawn = true;
  }

  /** Leaves the line free for what follows. */
  end(): void {
    if (this.drawn) this.sink.write('\r\u001b[2K');
    this.drawn = false;
    this.stage = '';
  }
}
