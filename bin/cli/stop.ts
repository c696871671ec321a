import { endNow } from './end.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The terminal, npm and the bootstrap each pass the same Ctrl-C on: copies within a second are one wish. */
const SAME_WISH_MS = 1_000;

export const INTERRUPTED = 130;

/** One wish to stop per process: a signal, or the end of the bootstrap that started us. */
export class Stop {
  readonly signal: AbortSignal;
  /** Resolves when the process is asked to stop. */
  readonly requested: Promise<void>;
  private readonly controller = new AbortController();

  constructor() {
    this.signal = this.controller.signal;
    this.requested = new Promise((resolve) => this.signal.addEventListener('abort', () => resolve(), { once: true }));
    let first = 0;
    const wish = (): void => {
      if (first === 0) {
        first = Date.now();
        this.controller.abort();
      } else if (Date.now() - first > SAME_WISH_MS) {
        endNow(INTERRUPTED); // asked again: at once; the next start takes the database server over
      }
    };
    for (const name of SIGNALS) process.on(name, wish);
    if (process.channel !== undefined) {
      process.once('disconnect', wish);
      process.channel?.unref();
    }
  }
}
