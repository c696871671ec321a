import { momentText, offsetText, utcText } from '../world/calendar.ts';
import type { Shop } from '../world/shop.ts';
import type { FeedCounts } from '../truth/feed-counts.ts';
import { SystemFile, type FileSpec, type FileTruth } from './system-file.ts';

/** One of the six systems: its files, and how it writes times. What lies after the picture is not written. */
export class Writer {
  readonly files: SystemFile[] = [];
  readonly specs: FileSpec[] = [];

  constructor(
    readonly shop: Shop,
    readonly out: string,
    readonly counts: FeedCounts,
  ) {}

  open(spec: FileSpec): SystemFile {
    const file = new SystemFile(this.out, spec);
    this.files.push(file);
    this.specs.push(spec);
    return file;
  }

  /** On the shop's clock: 2026-10-01 12:00:00. */
  clock(moment: number | null): string | null {
    return moment !== null && moment < this.shop.pictureTakenAt ? momentText(moment) : null;
  }

  offset(moment: number | null): string | null {
    return moment !== null && moment < this.shop.pictureTakenAt ? offsetText(moment) : null;
  }

  utc(moment: number | null): string | null {
    return moment !== null && moment < this.shop.pictureTakenAt ? utcText(moment) : null;
  }

  truths(): [string, FileTruth][] {
    return this.files.map((file, i) => [this.specs[i]?.name ?? '', file.truth]);
  }
}
