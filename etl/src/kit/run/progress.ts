import type { DeliveredFile } from '../files/discover.ts';
import type { Stage } from './stages.ts';

export interface ProgressEvent {
  stage: Stage;
  /** Bytes and records read so far, over all files of the run; 0 of 0 before landing. */
  bytes: number;
  bytesTotal: number;
  records: number;
  seconds: number;
}
export type ProgressListener = (event: ProgressEvent) => void;

export interface StageTime {
  stage: Stage;
  seconds: number;
}

/** Where a run is, for people who wait for it, and how long each stage took. */
export class Progress {
  readonly #listener: ProgressListener | undefined;
  readonly #read = new Map<string, { bytes: number; records: number }>();
  readonly #times: StageTime[] = [];
  readonly #started = performance.now();
  stage: Stage = 'discover';
  #since = performance.now();
  bytesTotal = 0;

  constructor(listener: ProgressListener | undefined) {
    this.#listener = listener;
  }

  enter(stage: Stage): void {
    this.#read.delete('');
    this.#closeStage();
    this.stage = stage;
    this.#tell();
  }

  readonly read = (file: DeliveredFile, bytes: number, records: number): void => {
    this.#read.set(file.fileId, { bytes, records });
    this.#tell();
  };

  /** Of a source with a connection: how much came so far. */
  readonly fetched = (bytes: number, records: number): void => {
    const before = this.#read.get('') ?? { bytes: 0, records: 0 };
    this.#read.set('', { bytes: before.bytes + bytes, records: before.records + records });
    this.#tell();
  };

  finish(): { seconds: number; stages: StageTime[] } {
    this.#closeStage();
    this.stage = 'done';
    this.#tell();
    return {
      seconds: (performance.now() - this.#started) / 1000,
      stages: this.#times.filter(({ seconds }) => seconds > 0),
    };
  }

  #closeStage(): void {
    const now = performance.now();
    this.#times.push({ stage: this.stage, seconds: (now - this.#since) / 1000 });
    this.#since = now;
  }

  #tell(): void {
    if (!this.#listener) return;
    let bytes = 0;
    let records = 0;
    for (const file of this.#read.values()) {
      bytes += file.bytes;
      records += file.records;
    }
    this.#listener({
      stage: this.stage,
      bytes,
      bytesTotal: this.bytesTotal,
      records,
      seconds: (performance.now() - this.#started) / 1000,
    });
  }
}
