import { createHash } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { ExportRefused } from './refused.ts';

/** A file that is there under its name only when it is whole, and readable by its owner only. */
export class ExportFile {
  readonly #path: string;
  readonly #handle: FileHandle;
  readonly #most: number;
  readonly #hash = createHash('sha256');
  bytes = 0;

  private constructor(path: string, handle: FileHandle, most: number) {
    this.#path = path;
    this.#handle = handle;
    this.#most = most;
  }

  static async create(path: string, mostBytes: number): Promise<ExportFile> {
    return new ExportFile(path, await open(`${path}.part`, 'wx', 0o600), mostBytes);
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.bytes + bytes.length > this.#most) {
      const megabytes = Math.floor(this.#most / 1e6);
      throw new ExportRefused('TOO_LARGE', {
        en: `The file would be larger than ${megabytes} MB. Narrow the selection, or export it in parts.`,
        zh: `文件将超过 ${megabytes} MB。请收窄筛选条件，或分批导出。`,
      });
    }
    this.#hash.update(bytes);
    await this.#handle.writeFile(bytes);
    this.bytes += bytes.length;
  }

  /** Gives the file its name once it is safely on disk. */
  async finish(): Promise<Buffer> {
    await this.#handle.sync();
    await this.#handle.close();
    await rename(`${this.#path}.part`, this.#path);
    return this.#hash.digest();
  }

  async discard(): Promise<void> {
    await this.#handle.close().catch(() => {});
    await rm(`${this.#path}.part`, { force: true });
  }
}
